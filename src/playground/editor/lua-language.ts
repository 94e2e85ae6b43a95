// Lua 5.4 for Monaco: its words, strings, numbers and comments (Lua 5.4 manual, section 3.1).
import { type languages } from 'monaco-editor/editor'

export const LUA = 'lua'

export const luaConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['--[[', ']]'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
  indentationRules: {
    increaseIndentPattern: /^((?!--).)*(\b(function\b.*\)|then|do|repeat|else)|[{(])\s*(--.*)?$/,
    decreaseIndentPattern: /^\s*(end|else|elseif|until|[})])/,
  },
  wordPattern: /[A-Za-z_]\w*/,
}

const KEYWORDS =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'

export const luaTokens: languages.IMonarchLanguage = {
  defaultToken: '',
  keywords: KEYWORDS.split(' '),
  escapes: /\\(?:[abfnrtvz\\"']|x[0-9A-Fa-f]{2}|\d{1,3}|u\{[0-9A-Fa-f]{1,8}\}|$)/,
  tokenizer: {
    root: [
      [/--\[(=*)\[/, 'comment', '@comment.$1'],
      [/--.*$/, 'comment'],
      [/\[(=*)\[/, 'string', '@long.$1'],
      [/"/, 'string', '@quoted."'],
      [/'/, 'string', "@quoted.'"],
      [/::\s*[A-Za-z_]\w*\s*::/, 'keyword'],
      [/<\s*(?:const|close)\s*>/, 'keyword'],
      // A name before an argument list is a call; Lua also calls with one table or one string.
      [/[A-Za-z_]\w*(?=\s*(?:[({"']|\[=*\[))/, { cases: { '@keywords': 'keyword', '@default': 'function' } }],
      [/[A-Za-z_]\w*/, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
      [/0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP][+-]?\d+)?/, 'number'],
      [/(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/, 'number'],
      [/[{}()[\]]/, '@brackets'],
      [/\.{2,3}|\/\/|<<|>>|[=~<>]=|[-+*/%^#&~|<>=;:,.]/, 'delimiter'],
      [/\s+/, ''],
    ],
    comment: [
      [/[^\]]+/, 'comment'],
      [/\](=*)\]/, { cases: { '$1==$S2': { token: 'comment', next: '@pop' }, '@default': 'comment' } }],
      [/./, 'comment'],
    ],
    long: [
      [/[^\]]+/, 'string'],
      [/\](=*)\]/, { cases: { '$1==$S2': { token: 'string', next: '@pop' }, '@default': 'string' } }],
      [/./, 'string'],
    ],
    quoted: [
      [/[^\\"']+$/, 'string', '@pop'],
      [/[^\\"']+/, 'string'],
      [/@escapes/, 'string.escape'],
      [/\\./, 'invalid'],
      [/["']/, { cases: { '$#==$S2': { token: 'string', next: '@pop' }, '@default': 'string' } }],
    ],
  },
}
