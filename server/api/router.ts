// Every procedure by its path. Browser and command line take its type, and nothing else, from the server.
import { accountsConnect } from './accounts/connect.ts'
import { accountsList } from './accounts/list.ts'
import { accountsMakeDefault } from './accounts/make-default.ts'
import { accountsNames } from './accounts/names.ts'
import { accountsRemove } from './accounts/remove.ts'
import { accountsRename } from './accounts/rename.ts'
import { accountsReplace } from './accounts/replace.ts'
import { accountsTest } from './accounts/test.ts'
import { approvalsDecide } from './approvals/decide.ts'
import { auditList } from './audit/list.ts'
import { callsMake } from './calls/make.ts'
import { permissionsSet } from './permissions/set.ts'
import { runsFinish } from './runs/finish.ts'
import { runsStart } from './runs/start.ts'
import { sessionGet } from './session/get.ts'
import { snippetsGet } from './snippets/get.ts'
import { snippetsList } from './snippets/list.ts'
import { snippetsRevoke } from './snippets/revoke.ts'
import { snippetsSave } from './snippets/save.ts'
import { snippetsSetVisibility } from './snippets/set-visibility.ts'
import { tokensCreate } from './tokens/create.ts'
import { tokensList } from './tokens/list.ts'
import { tokensRevoke } from './tokens/revoke.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  session: router({ get: sessionGet }),
  accounts: router({
    list: accountsList,
    names: accountsNames,
    connect: accountsConnect,
    rename: accountsRename,
    makeDefault: accountsMakeDefault,
    test: accountsTest,
    replace: accountsReplace,
    remove: accountsRemove,
  }),
  permissions: router({ set: permissionsSet }),
  runs: router({ start: runsStart, finish: runsFinish }),
  calls: router({ make: callsMake }),
  approvals: router({ decide: approvalsDecide }),
  audit: router({ list: auditList }),
  tokens: router({ create: tokensCreate, list: tokensList, revoke: tokensRevoke }),
  snippets: router({
    save: snippetsSave,
    get: snippetsGet,
    list: snippetsList,
    revoke: snippetsRevoke,
    setVisibility: snippetsSetVisibility,
  }),
})

export type AppRouter = typeof appRouter
