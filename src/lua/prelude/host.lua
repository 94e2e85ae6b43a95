-- Requests to the host, and the errors that they raise.
local host, core = ...
local base, string, coroutine = core.base, core.string, core.coroutine
local error, type = base.error, base.type
local yield = coroutine.yield
local REQUEST = core.REQUEST
local BOUNDARY = 'attempt to call an integration across a C-call boundary'

-- What a coroutine is resumed with when its request cannot go further out.
core.REFUSED = {}

-- Call errors by their table, as the JSON that the host gave: a script may change the fields, not this.
core.errors = base.setmetatable({}, { __mode = 'k' })

local positions = base.setmetatable({}, { __mode = 'k' })

local function describe(e)
  local label = e.integration or ''
  if e['function'] then
    label = (label == '' and '' or label .. '.') .. core.show(e['function'])
  end
  label = label == '' and '' or label .. ': '
  return (positions[e] or '') .. label .. core.show(e.code) .. ': ' .. core.show(e.message)
end

-- Scripts also take an error for its text: `if e:find('not_found') then`.
local methods = {}
for _, name in base.ipairs({ 'find', 'gmatch', 'gsub', 'len', 'lower', 'match', 'sub', 'upper' }) do
  local method = _G.string[name]
  methods[name] = core.public(function(e, ...)
    return core.settle(base.pcall(method, core.tostring(e), ...))
  end)
end

local CallError = {
  __name = 'CallError',
  __metatable = 'CallError',
  __tostring = describe,
  __index = methods,
  -- `'failed: ' .. e` is how scripts write it.
  __concat = function(a, b)
    return (type(a) == 'table' and core.tostring(a) or core.textOf(a)) .. (type(b) == 'table' and core.tostring(b) or core.textOf(b))
  end,
}

-- Raises a call error, given as JSON, at the line of the script that is running. `call` fills in what it leaves out.
function core.raise(json, call)
  local _, fields = core.decode(json)
  local e = {
    code = fields.code,
    message = fields.message,
    hint = fields.hint,
    status = fields.status,
    retryable = fields.retryable,
    retry_after = fields.retryAfter,
    vendor_code = fields.vendorCode,
    fields = fields.fields,
    integration = fields.integration or (call and call.integration),
    ['function'] = fields['function'] or (call and call['function']),
    account = fields.account or (call and call.account),
  }
  fields.integration, fields['function'], fields.account = e.integration, e['function'], e.account
  core.errors[e] = core.encode(fields)
  positions[e] = host.where()
  error(base.setmetatable(e, CallError), 0)
end

-- Raises an error of the prelude's own, with a hint or that of its code.
function core.refuse(code, message, call, hint)
  core.raise(host.describe(code, message, hint), call)
end

-- Asks the host and waits for its answer: true and text, or false and an error as JSON.
function core.request(operation, payload)
  if not coroutine.isyieldable() then
    core.blame(BOUNDARY)
  end
  local refusal = host.ask(operation, payload)
  if refusal then
    return false, refusal
  end
  if base.rawequal(yield(REQUEST), core.REFUSED) then
    core.blame(BOUNDARY)
  end
  return host.take()
end
