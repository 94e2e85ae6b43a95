// The Lua blocks of the original page of CloudConvert.
import { type OriginalBlock } from '../original-block.ts'

const cloudconvert = (
  example: string,
  lua: string,
  reads: Record<string, string[]>,
  rest: Pick<OriginalBlock, 'corrected' | 'absent'> = {},
): OriginalBlock => ({ integration: 'cloudconvert', example, lua, reads, ...rest })

export const originalBlocks: OriginalBlock[] = [
  cloudconvert(
    'create-job',
    `local result = app.integrations.cloudconvert.create_job({
  tasks = {
    {
      operation = "import/url",
      url = "https://example.com/document.pdf",
      filename = "document.pdf"
    },
    {
      operation = "convert",
      input = "import",
      output_format = "png"
    },
    {
      operation = "export/url",
      input = "convert"
    }
  }
})

local jobId = result.id
print("Job created: " .. jobId)`,
    { create_job: ['id'] },
  ),
  cloudconvert(
    'capture-website',
    `local result = app.integrations.cloudconvert.create_job({
  tasks = {
    {
      operation = "capture-website",
      url = "https://example.com",
      output_format = "png",
      options = {
        width = 1280,
        height = 800
      }
    },
    {
      operation = "export/url",
      input = "capture-website"
    }
  }
})`,
    {},
    {
      corrected:
        'says the size of the window as CloudConvert does, beside the address, as it reads no table of options; and prints the result',
    },
  ),
  cloudconvert(
    'merge-pdfs',
    `local result = app.integrations.cloudconvert.create_job({
  tasks = {
    {
      operation = "import/url",
      url = "https://example.com/page1.pdf",
      filename = "page1.pdf"
    },
    {
      operation = "import/url",
      url = "https://example.com/page2.pdf",
      filename = "page2.pdf"
    },
    {
      operation = "merge",
      input = ["import-1", "import-2"],
      output_format = "pdf"
    },
    {
      operation = "export/url",
      input = "merge"
    }
  }
})`,
    {},
    { corrected: 'writes the list of inputs with braces, as brackets do not parse; and prints the names of the tasks' },
  ),
  cloudconvert(
    'get-job',
    `local job = app.integrations.cloudconvert.get_job({
  job_id = "bf2d7ls9o63e6o6klql3be6syo"
})

print("Status: " .. job.data.status)
for _, task in ipairs(job.data.tasks) do
  print(task.name .. " (" .. task.operation .. "): " .. task.status)
end`,
    { get_job: ['data.status', 'data.tasks[].name', 'data.tasks[].operation', 'data.tasks[].status'] },
  ),
  cloudconvert(
    'list-jobs',
    `local result = app.integrations.cloudconvert.list_jobs({
  status = "finished",
  per_page = 10
})

for _, job in ipairs(result.data) do
  print(job.id .. " - " .. job.status)
end`,
    { list_jobs: ['data[].id', 'data[].status'] },
  ),
  cloudconvert(
    'create-task',
    `local task = app.integrations.cloudconvert.create_task({
  operation = "convert",
  payload = {
    output_format = "pdf",
    input_format = "docx",
    options = {
      quality = 90
    }
  },
  name = "my-conversion"
})

print("Task ID: " .. task.data.id)`,
    { create_task: ['data.id'] },
    {
      corrected:
        'imports a file first and gives its id as input, without which CloudConvert refuses a conversion; and puts an option of this conversion beside output_format, as CloudConvert reads no table of options',
    },
  ),
  cloudconvert(
    'get-task',
    `local task = app.integrations.cloudconvert.get_task({
  task_id = "bf2d7ls9o63e6o6klql3be6syo"
})

if task.data.status == "finished" then
  print("Download: " .. task.data.result.files[1].url)
end`,
    { get_task: ['data.status', 'data.result.files[].url'] },
  ),
  cloudconvert(
    'list-tasks',
    `local result = app.integrations.cloudconvert.list_tasks({
  status = "finished",
  operation = "convert",
  per_page = 10
})

for _, task in ipairs(result.data) do
  print(task.id .. " (" .. task.operation .. "): " .. task.status)
end`,
    { list_tasks: ['data[].id', 'data[].operation', 'data[].status'] },
  ),
  cloudconvert(
    'get-current-user',
    `local user = app.integrations.cloudconvert.get_current_user({})

print("User: " .. user.data.name)
print("Credits: " .. user.data.credits)`,
    { get_current_user: ['data.name', 'data.credits'] },
    {
      corrected: 'prints data.username: CloudConvert knows no name',
      absent: { 'get_current_user.data.name': 'CloudConvert knows no `name`' },
    },
  ),
  cloudconvert(
    'several-accounts',
    `-- Default account (always works)
app.integrations.cloudconvert.function_name({...})

-- Explicit default (portable across setups)
app.integrations.cloudconvert.default.function_name({...})

-- Named accounts
app.integrations.cloudconvert.production.function_name({...})
app.integrations.cloudconvert.staging.function_name({...})`,
    {},
    { corrected: 'calls a function that exists, and prints what each account answers' },
  ),
]
