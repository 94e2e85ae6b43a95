// Replies of CloudConvert for the wire table, shortened from its reference and from the recordings of its PHP and Node SDKs.

export const JOB =
  '{"id":"c677ccf7-8876-4f48-bb96-0ab8e0d88cd7","tag":null,"status":"waiting","created_at":"2019-06-01T00:35:33+00:00","started_at":null,"ended_at":null,"tasks":[{"id":"22b3d686-126b-4fe2-8238-a9781cd023d9","name":"import","job_id":"c677ccf7-8876-4f48-bb96-0ab8e0d88cd7","status":"waiting","credits":null,"code":null,"message":null,"percent":100,"operation":"import/url","result":null,"created_at":"2019-06-01T00:35:33+00:00","started_at":null,"ended_at":null,"depends_on_task_ids":[]}],"links":{"self":"https://api.cloudconvert.com/v2/jobs/c677ccf7-8876-4f48-bb96-0ab8e0d88cd7"}}'

/** As Lua sees it: nil is absent. */
export const JOB_IN_LUA =
  '{"id":"c677ccf7-8876-4f48-bb96-0ab8e0d88cd7","status":"waiting","created_at":"2019-06-01T00:35:33+00:00","tasks":[{"id":"22b3d686-126b-4fe2-8238-a9781cd023d9","name":"import","job_id":"c677ccf7-8876-4f48-bb96-0ab8e0d88cd7","status":"waiting","percent":100,"operation":"import/url","created_at":"2019-06-01T00:35:33+00:00","depends_on_task_ids":[]}],"links":{"self":"https://api.cloudconvert.com/v2/jobs/c677ccf7-8876-4f48-bb96-0ab8e0d88cd7"}}'

/** A job that failed: its tasks say why, and the call does not. `user_id` is not declared and goes. */
export const FAILED_JOB =
  '{"id":"cd82535b","tag":"test-1234","status":"error","created_at":"2019-05-30T10:53:01+00:00","started_at":"2019-05-30T10:53:05+00:00","ended_at":"2019-05-30T10:53:23+00:00","tasks":[{"id":"22be63c2","name":"import-1","operation":"import/url","status":"error","code":"SANDBOX_FILE_NOT_ALLOWED","message":"The file file.mp4 is not whitelisted for sandbox use","user_id":1,"result":{"files":[{"filename":"file.mp4","md5":"c03538f8edd84537190c264109fa2284"}]}},{"id":"4c80f1ae","name":"export-1","operation":"export/url","status":"error","code":"INPUT_TASK_FAILED","message":"Input task has failed","result":null}]}'

export const FAILED_JOB_IN_LUA =
  '{"id":"cd82535b","tag":"test-1234","status":"error","created_at":"2019-05-30T10:53:01+00:00","started_at":"2019-05-30T10:53:05+00:00","ended_at":"2019-05-30T10:53:23+00:00","tasks":[{"id":"22be63c2","name":"import-1","operation":"import/url","status":"error","code":"SANDBOX_FILE_NOT_ALLOWED","message":"The file file.mp4 is not whitelisted for sandbox use","result":{"files":[{"filename":"file.mp4","md5":"c03538f8edd84537190c264109fa2284"}]}},{"id":"4c80f1ae","name":"export-1","operation":"export/url","status":"error","code":"INPUT_TASK_FAILED","message":"Input task has failed"}]}'

export const TASK =
  '{"id":"2f901289-c9fe-4c89-9c4b-98be526bdfbf","job_id":null,"status":"waiting","code":null,"message":null,"percent":100,"operation":"convert","engine":null,"engine_version":null,"payload":{"name":"my-conversion","output_format":"pdf"},"result":null,"created_at":"2019-05-31T23:52:39+00:00","started_at":null,"ended_at":null,"retries":[],"depends_on_tasks":[]}'

export const TASK_IN_LUA =
  '{"id":"2f901289-c9fe-4c89-9c4b-98be526bdfbf","status":"waiting","percent":100,"operation":"convert","payload":{"name":"my-conversion","output_format":"pdf"},"created_at":"2019-05-31T23:52:39+00:00","retries":[],"depends_on_tasks":[]}'

/** A finished export, from the Node SDK's recording of September 2022. */
export const EXPORT =
  '{"id":"1b7ccc22-e26c-43dc-85e7-c1ff8fbfd9b4","name":"export-1","job_id":"b2e4eb2b-a744-4da2-97cd-776d393532a8","status":"finished","credits":0,"percent":100,"operation":"export/url","result":{"files":[{"filename":"original.png","size":1040507,"url":"https://storage.cloudconvert.com/tasks/1b7ccc22/original.png?Expires=1664266452"}]},"created_at":"2022-09-26T08:14:11+00:00","started_at":"2022-09-26T08:14:12+00:00","ended_at":"2022-09-26T08:14:12+00:00","host_name":"dulce","storage":"ceph-fra","depends_on_task_ids":["69534510-3eef-46c2-b7a6-71b3f1aed916"]}'

/** Links and meta of a list; nil is absent in Lua. */
export const PAGE =
  '"links":{"first":"https://api.cloudconvert.com/v2/jobs?page=1","last":null,"prev":null,"next":"https://api.cloudconvert.com/v2/jobs?page=2"},"meta":{"current_page":1,"from":1,"path":"https://api.cloudconvert.com/v2/jobs","per_page":10,"to":1}'

export const PAGE_IN_LUA = PAGE.replace('"last":null,"prev":null,', '')

export const USER =
  '{"data":{"id":1,"username":"Username","email":"me@example.com","created_at":"2018-12-01T22:26:29+00:00","credits":4434,"links":{"self":"https://api.cloudconvert.com/v2/users/1"}}}'
