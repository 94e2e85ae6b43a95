// What Render must receive to create a service of each type: by hand from the vendor's specification, its command line
// (render-oss/cli, pkg/service/create.go) and the recordings of its Terraform provider.
import { type WireCase } from '../wire-case.ts'

const AUTHORIZATION = 'Bearer rnd_WireTestKey0000000000000000'
const created = (id: string) =>
  `{"deployId":"dep-1","service":{"id":"${id}","name":"n","type":"web_service","suspended":"not_suspended","serviceDetails":{"runtime":"node"}}}`
const shown = (id: string) =>
  `{"deployId":"dep-1","service":{"id":"${id}","name":"n","type":"web_service","suspended":"not_suspended","status":"not_suspended","serviceDetails":{"runtime":"node"}}}`

function create(name: string, lua: string, text: string, body: string): WireCase {
  const step = { method: 'POST', path: '/services', authorization: AUTHORIZATION, body }
  return {
    name,
    function: 'create_service',
    lua,
    arguments: text,
    steps: [{ ...step, reply: { status: 201, body: created('srv-1') } }],
    outcome: { value: shown('srv-1') },
  }
}

function refuse(name: string, lua: string, text: string, message: string): WireCase {
  const outcome = { code: 'invalid_argument', message }
  return { name, function: 'create_service', lua, arguments: text, steps: [], outcome }
}

const owners = (body: string) => ({
  method: 'GET',
  path: '/owners?limit=1',
  authorization: AUTHORIZATION,
  body: null,
  reply: { status: 200, body },
})

const withOwner = create(
  'without a workspace: the first one',
  '{ type = "static_site", name = "site", repo = "https://github.com/a/b" }',
  '{"type":"static_site","name":"site","repo":"https://github.com/a/b"}',
  '{"type":"static_site","name":"site","ownerId":"tea-1","repo":"https://github.com/a/b"}',
)

const simple = create(
  'by position',
  '("static_site", "site", "https://github.com/a/b", nil, nil, nil, nil, nil, nil, nil, "tea-2")',
  '{"type":"static_site","name":"site","repo":"https://github.com/a/b","owner_id":"tea-2"}',
  '{"type":"static_site","name":"site","ownerId":"tea-2","repo":"https://github.com/a/b"}',
)

export const createCases: WireCase[] = [
  {
    ...withOwner,
    steps: [
      owners('[{"cursor":"c","owner":{"id":"tea-1","name":"a","email":"a@example.com","type":"team"}}]'),
      ...withOwner.steps,
    ],
  },
  {
    ...withOwner,
    name: 'without a workspace, and none to be had',
    steps: [owners('[]')],
    outcome: {
      code: 'invalid_argument',
      message: '`owner_id` is missing, and the key opens no workspace to take it from',
    },
  },
  simple,
  create(
    'a web service with everything',
    '{ type = "web_service", name = "my-api", repo = "https://github.com/myorg/my-api", branch = "main", region = "oregon", plan = "starter", runtime = "node", build_command = "npm run build", start_command = "npm start", env_vars = { NODE_ENV = "production" }, owner_id = "tea-1", environment_id = "evm-1", auto_deploy = "no", auto_deploy_trigger = "checksPass", root_dir = "api", build_filter = { paths = { "src/**" }, ignored_paths = { "docs/**" } }, generated_env_vars = { "SECRET" }, secret_files = { [".env"] = "A=1\\n" }, pre_deploy_command = "npm run migrate", health_check_path = "/healthz", num_instances = 2, autoscaling = { enabled = true, min = 1, max = 4, criteria = { cpu = { enabled = true, percentage = 70 }, memory = { enabled = false, percentage = 80 } } }, disk = { name = "data", mount_path = "/data", size_gb = 5 }, max_shutdown_delay_seconds = 60, maintenance_mode = { enabled = false, uri = "" }, previews = "automatic", ip_allow_list = { { cidr_block = "203.0.113.0/24", description = "Office" } }, render_subdomain_policy = "enabled" }',
    '{"type":"web_service","name":"my-api","repo":"https://github.com/myorg/my-api","branch":"main","region":"oregon","plan":"starter","runtime":"node","build_command":"npm run build","start_command":"npm start","env_vars":{"NODE_ENV":"production"},"owner_id":"tea-1","environment_id":"evm-1","auto_deploy":"no","auto_deploy_trigger":"checksPass","root_dir":"api","build_filter":{"paths":["src/**"],"ignored_paths":["docs/**"]},"generated_env_vars":["SECRET"],"secret_files":{".env":"A=1\\n"},"pre_deploy_command":"npm run migrate","health_check_path":"/healthz","num_instances":2,"autoscaling":{"enabled":true,"min":1,"max":4,"criteria":{"cpu":{"enabled":true,"percentage":70},"memory":{"enabled":false,"percentage":80}}},"disk":{"name":"data","mount_path":"/data","size_gb":5},"max_shutdown_delay_seconds":60,"maintenance_mode":{"enabled":false,"uri":""},"previews":"automatic","ip_allow_list":[{"cidr_block":"203.0.113.0/24","description":"Office"}],"render_subdomain_policy":"enabled"}',
    '{"type":"web_service","name":"my-api","ownerId":"tea-1","repo":"https://github.com/myorg/my-api","autoDeploy":"no","autoDeployTrigger":"checksPass","branch":"main","buildFilter":{"paths":["src/**"],"ignoredPaths":["docs/**"]},"rootDir":"api","envVars":[{"key":"NODE_ENV","value":"production"},{"key":"SECRET","generateValue":true}],"secretFiles":[{"name":".env","content":"A=1\\n"}],"environmentId":"evm-1","serviceDetails":{"runtime":"node","plan":"starter","region":"oregon","envSpecificDetails":{"buildCommand":"npm run build","startCommand":"npm start"},"preDeployCommand":"npm run migrate","healthCheckPath":"/healthz","numInstances":2,"autoscaling":{"enabled":true,"min":1,"max":4,"criteria":{"cpu":{"enabled":true,"percentage":70},"memory":{"enabled":false,"percentage":80}}},"disk":{"name":"data","mountPath":"/data","sizeGB":5},"maxShutdownDelaySeconds":60,"maintenanceMode":{"enabled":false,"uri":""},"previews":{"generation":"automatic"},"ipAllowList":[{"cidrBlock":"203.0.113.0/24","description":"Office"}],"renderSubdomainPolicy":"enabled"}}',
  ),
  create(
    'a static site with everything',
    '{ type = "static_site", name = "site", repo = "https://github.com/a/b", build_command = "npm run build", owner_id = "tea-1", publish_path = "dist", headers = { { path = "/*", name = "X-Frame-Options", value = "DENY" } }, routes = { { type = "rewrite", source = "/*", destination = "/index.html", priority = 0 } }, previews = "manual" }',
    '{"type":"static_site","name":"site","repo":"https://github.com/a/b","build_command":"npm run build","owner_id":"tea-1","publish_path":"dist","headers":[{"path":"/*","name":"X-Frame-Options","value":"DENY"}],"routes":[{"type":"rewrite","source":"/*","destination":"/index.html","priority":0}],"previews":"manual"}',
    '{"type":"static_site","name":"site","ownerId":"tea-1","repo":"https://github.com/a/b","serviceDetails":{"buildCommand":"npm run build","publishPath":"dist","headers":[{"path":"/*","name":"X-Frame-Options","value":"DENY"}],"routes":[{"type":"rewrite","source":"/*","destination":"/index.html","priority":0}],"previews":{"generation":"manual"}}}',
  ),
  create(
    'a private service built by Docker',
    '{ type = "private_service", name = "search", repo = "https://github.com/a/b", runtime = "docker", start_command = "serve --quiet", owner_id = "tea-1", registry_credential_id = "rgc-1", docker_context = "./search", dockerfile_path = "./search/Dockerfile" }',
    '{"type":"private_service","name":"search","repo":"https://github.com/a/b","runtime":"docker","start_command":"serve --quiet","owner_id":"tea-1","registry_credential_id":"rgc-1","docker_context":"./search","dockerfile_path":"./search/Dockerfile"}',
    '{"type":"private_service","name":"search","ownerId":"tea-1","repo":"https://github.com/a/b","serviceDetails":{"runtime":"docker","envSpecificDetails":{"dockerCommand":"serve --quiet","dockerContext":"./search","dockerfilePath":"./search/Dockerfile","registryCredentialId":"rgc-1"}}}',
  ),
  create(
    'a worker from an image, whose runtime goes without saying',
    '{ type = "background_worker", name = "worker", image = "docker.io/library/nginx:latest", start_command = "work", registry_credential_id = "rgc-1", owner_id = "tea-1" }',
    '{"type":"background_worker","name":"worker","image":"docker.io/library/nginx:latest","start_command":"work","registry_credential_id":"rgc-1","owner_id":"tea-1"}',
    '{"type":"background_worker","name":"worker","ownerId":"tea-1","image":{"ownerId":"tea-1","registryCredentialId":"rgc-1","imagePath":"docker.io/library/nginx:latest"},"serviceDetails":{"runtime":"image","envSpecificDetails":{"dockerCommand":"work"}}}',
  ),
  create(
    'a worker without commands',
    '{ type = "background_worker", name = "worker", repo = "https://github.com/a/b", runtime = "elixir", owner_id = "tea-1" }',
    '{"type":"background_worker","name":"worker","repo":"https://github.com/a/b","runtime":"elixir","owner_id":"tea-1"}',
    '{"type":"background_worker","name":"worker","ownerId":"tea-1","repo":"https://github.com/a/b","serviceDetails":{"runtime":"elixir"}}',
  ),
  create(
    'a cron job without a build',
    '{ type = "cron_job", name = "report", repo = "https://github.com/a/b", runtime = "python", start_command = "python report.py", schedule = "0 6 * * *", owner_id = "tea-1" }',
    '{"type":"cron_job","name":"report","repo":"https://github.com/a/b","runtime":"python","start_command":"python report.py","schedule":"0 6 * * *","owner_id":"tea-1"}',
    '{"type":"cron_job","name":"report","ownerId":"tea-1","repo":"https://github.com/a/b","serviceDetails":{"runtime":"python","envSpecificDetails":{"buildCommand":"","startCommand":"python report.py"},"schedule":"0 6 * * *"}}',
  ),
  create(
    'a cron job built by Docker',
    '{ type = "cron_job", name = "report", repo = "https://github.com/a/b", runtime = "docker", start_command = "report", schedule = "0 6 * * *", owner_id = "tea-1" }',
    '{"type":"cron_job","name":"report","repo":"https://github.com/a/b","runtime":"docker","start_command":"report","schedule":"0 6 * * *","owner_id":"tea-1"}',
    '{"type":"cron_job","name":"report","ownerId":"tea-1","repo":"https://github.com/a/b","serviceDetails":{"runtime":"docker","envSpecificDetails":{"dockerCommand":"report","dockerContext":".","dockerfilePath":"./Dockerfile"},"schedule":"0 6 * * *"}}',
  ),
  create(
    'a cron job from an image',
    '{ type = "cron_job", name = "report", image = "nginx", start_command = "report", schedule = "0 6 * * *", owner_id = "tea-1" }',
    '{"type":"cron_job","name":"report","image":"nginx","start_command":"report","schedule":"0 6 * * *","owner_id":"tea-1"}',
    '{"type":"cron_job","name":"report","ownerId":"tea-1","image":{"ownerId":"tea-1","imagePath":"nginx"},"serviceDetails":{"runtime":"image","envSpecificDetails":{"dockerCommand":"report","dockerContext":"","dockerfilePath":""},"schedule":"0 6 * * *"}}',
  ),
  create(
    'empty tables, and values that are no text',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", runtime = "go", env_vars = {}, owner_id = "tea-1", build_filter = {}, secret_files = {}, ip_allow_list = {}, generated_env_vars = {} }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","runtime":"go","env_vars":{},"owner_id":"tea-1","build_filter":{},"secret_files":{},"ip_allow_list":{},"generated_env_vars":{}}',
    '{"type":"web_service","name":"n","ownerId":"tea-1","repo":"https://github.com/a/b","buildFilter":{"paths":[],"ignoredPaths":[]},"envVars":[],"secretFiles":[],"serviceDetails":{"runtime":"go","ipAllowList":[]}}',
  ),
  create(
    'variables in the order of their names, numbers and booleans as text',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", runtime = "go", env_vars = { PORT = 8080, DEBUG = false, RATIO = 0.5, BIG = 9007199254740993, EMPTY = "", ["a=b"] = "世界" }, owner_id = "tea-1" }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","runtime":"go","env_vars":{"PORT":8080,"DEBUG":false,"RATIO":0.5,"BIG":9007199254740993,"EMPTY":"","a=b":"世界"},"owner_id":"tea-1"}',
    '{"type":"web_service","name":"n","ownerId":"tea-1","repo":"https://github.com/a/b","envVars":[{"key":"BIG","value":"9007199254740993"},{"key":"DEBUG","value":"false"},{"key":"EMPTY","value":""},{"key":"PORT","value":"8080"},{"key":"RATIO","value":"0.5"},{"key":"a=b","value":"世界"}],"serviceDetails":{"runtime":"go"}}',
  ),
  refuse(
    'a web service without its runtime',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b" }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b"}',
    '`runtime` is missing: what the web_service runs on, as "node"',
  ),
  refuse(
    'a cron job without its schedule',
    '{ type = "cron_job", name = "n", repo = "https://github.com/a/b", runtime = "go" }',
    '{"type":"cron_job","name":"n","repo":"https://github.com/a/b","runtime":"go"}',
    '`schedule` is missing: when the cron_job runs, as "0 6 * * *"',
  ),
  refuse(
    'nothing to run',
    '{ type = "web_service", name = "n", runtime = "go" }',
    '{"type":"web_service","name":"n","runtime":"go"}',
    '`repo` is missing, or `image` instead of it',
  ),
  refuse(
    'a static site without a repository',
    '{ type = "static_site", name = "n" }',
    '{"type":"static_site","name":"n"}',
    '`repo` is missing',
  ),
  refuse(
    'an argument of another type',
    '{ type = "static_site", name = "n", repo = "https://github.com/a/b", schedule = "0 6 * * *" }',
    '{"type":"static_site","name":"n","repo":"https://github.com/a/b","schedule":"0 6 * * *"}',
    '`schedule` is for cron_job, not for static_site',
  ),
  refuse(
    'two sources',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", image = "nginx" }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","image":"nginx"}',
    '`repo` and `image` exclude each other',
  ),
  refuse(
    'an image on another runtime',
    '{ type = "web_service", name = "n", image = "nginx", runtime = "node" }',
    '{"type":"web_service","name":"n","image":"nginx","runtime":"node"}',
    '`image` and the runtime "image" go together',
  ),
  refuse(
    'a plan of web services',
    '{ type = "cron_job", name = "n", image = "nginx", schedule = "0 6 * * *", plan = "free" }',
    '{"type":"cron_job","name":"n","image":"nginx","schedule":"0 6 * * *","plan":"free"}',
    'the plan "free" is for web_service, not for cron_job',
  ),
  refuse(
    'a build of an image',
    '{ type = "web_service", name = "n", image = "nginx", build_command = "make" }',
    '{"type":"web_service","name":"n","image":"nginx","build_command":"make"}',
    '`build_command` is not for the runtime "image"',
  ),
  refuse(
    'a build that is never started',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", runtime = "node", build_command = "make" }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","runtime":"node","build_command":"make"}',
    '`start_command` is missing beside `build_command`',
  ),
  refuse(
    'a Dockerfile without Docker',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", runtime = "node", dockerfile_path = "./Dockerfile" }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","runtime":"node","dockerfile_path":"./Dockerfile"}',
    '`docker_context` and `dockerfile_path` are for the runtime "docker"',
  ),
  refuse(
    'a credential for nothing',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", runtime = "node", registry_credential_id = "rgc-1" }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","runtime":"node","registry_credential_id":"rgc-1"}',
    '`registry_credential_id` is for the runtimes "docker" and "image"',
  ),
  refuse(
    'a credential that a cron job cannot use',
    '{ type = "cron_job", name = "n", repo = "https://github.com/a/b", runtime = "docker", schedule = "0 6 * * *", registry_credential_id = "rgc-1" }',
    '{"type":"cron_job","name":"n","repo":"https://github.com/a/b","runtime":"docker","schedule":"0 6 * * *","registry_credential_id":"rgc-1"}',
    '`registry_credential_id` is not for a cron_job that is built by Docker',
  ),
  refuse(
    'a variable twice',
    '{ type = "web_service", name = "n", repo = "https://github.com/a/b", runtime = "node", env_vars = { A = "1" }, generated_env_vars = { "A" } }',
    '{"type":"web_service","name":"n","repo":"https://github.com/a/b","runtime":"node","env_vars":{"A":"1"},"generated_env_vars":["A"]}',
    '`A` is in both `env_vars` and `generated_env_vars`',
  ),
  {
    ...simple,
    name: 'a name that is taken',
    steps: simple.steps.map((step) => ({
      ...step,
      reply: { status: 409, body: '{"message":"name already in use: site"}' },
    })),
    outcome: { code: 'conflict', message: 'name already in use: site' },
  },
  {
    ...simple,
    name: 'no payment method',
    steps: simple.steps.map((step) => ({
      ...step,
      reply: { status: 402, body: '{"message":"Payment information is required to complete this request"}' },
    })),
    outcome: { code: 'payment_required', message: 'Payment information is required to complete this request' },
  },
  {
    ...simple,
    name: 'an answer without the service',
    steps: simple.steps.map((step) => ({ ...step, reply: { status: 201, body: '{"deployId":"dep-1"}' } })),
    outcome: { code: 'vendor_error', message: 'Render answered without the object that it was asked for' },
  },
]
