// What the command says of itself.

export const USAGE = `kosmo runs Lua against real APIs.

  kosmo integrations:lua [file]        run a script; --eval '…' or standard input instead of a file
  kosmo mcp:lua [file]                 the same without integrations: docs, json, regex and MCP servers
  kosmo integrations:list              every integration; with --json its functions too
  kosmo integrations:search <words>    functions by words
  kosmo integrations:docs [page]       the reference: clerk, or clerk.get_user
  kosmo integrations:call <function> [json]   one call, --arg name=value instead of JSON
  kosmo mcp:serve                      an MCP server on standard input and output, for agents

Options of lua, call and serve
  --demo             sample data; no account, no network
  --dry-run          check the calls and show each request; nothing is sent
  --force            answer "ask" with yes, within the scopes of the token; never "deny"
Options of lua and serve
  --memory-limit N   bytes          --cpu-limit N   seconds
Options of lua
  --eval, -e CODE    the script itself
Options of all but serve
  --json             one JSON object instead of text
Options of call
  --account NAME     the account; the default one when left out

kosmo --version says which one this is; kosmo help prints this.
Without --demo, KOSMO_SERVER names the server and KOSMO_TOKEN holds an API token made there under Accounts.
Exit codes: 0 it went well, 1 the script or call failed, 2 the command was not understood.
`
