-- title: Get Task
-- functions: get_task
local task = app.integrations.cloudconvert.get_task({
  task_id = "bf2d7ls9o63e6o6klql3be6syo"
})

if task.data.status == "finished" then
  print("Download: " .. task.data.result.files[1].url)
end
