// The honest script that has to run right after every attempt, whoever ran before it.
import { USE } from './use.ts'

/** Returns what all features came to, and what another run could have left behind. Makes one call, of `echo`. */
export const HONEST = `${USE}
  local names = {}
  for name in pairs(_G) do names[#names + 1] = name end
  table.sort(names)
  local strings = {}
  for field in pairs(getmetatable('')) do strings[#strings + 1] = field end
  return use(), table.concat(names, ' '), table.concat(strings, ' '), math.random(1, 1000000000),
    rawget(_G, 'ran'), rawget(_G, 'kept'), json.decode('[]')[1], getmetatable(json.array()), ({}).polluted`
