// The editor's colours, taken from the page's own tokens so that both themes match.
import { editor } from 'monaco-editor/editor'

const THEME = 'kosmo'

/** Follows `data-theme` on the root element. Returns what ends that. */
export function followTheme(): () => void {
  const root = document.documentElement
  applyTheme(root)
  const observer = new MutationObserver(() => {
    applyTheme(root)
  })
  observer.observe(root, { attributeFilter: ['data-theme'] })
  return () => {
    observer.disconnect()
  }
}

function applyTheme(root: HTMLElement): void {
  const style = getComputedStyle(root)
  const color = (token: string) => toHex(style.getPropertyValue(`--${token}`))
  const rule = (token: string, from: string) => ({ token, foreground: color(from).slice(1) })
  editor.defineTheme(THEME, {
    base: root.dataset['theme'] === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', 'ink'),
      rule('keyword', 'kw'),
      rule('string', 'str'),
      rule('string.escape', 'num'),
      rule('number', 'num'),
      rule('comment', 'com'),
      rule('function', 'fn'),
      rule('invalid', 'destroy'),
    ],
    colors: {
      'editor.background': color('surface'),
      'editor.foreground': color('ink'),
      'editorLineNumber.foreground': color('faint'),
      'editorLineNumber.activeForeground': color('ink'),
      'editorCursor.foreground': color('accent'),
      'editor.selectionBackground': `${color('fn')}38`,
      'editor.inactiveSelectionBackground': `${color('fn')}22`,
      'editor.wordHighlightBackground': `${color('fn')}1c`,
      'editor.wordHighlightTextBackground': `${color('fn')}1c`,
      'editor.wordHighlightStrongBackground': `${color('fn')}28`,
      'editor.findMatchBackground': `${color('num')}55`,
      'editor.findMatchHighlightBackground': `${color('num')}2a`,
      ...plainBrackets(color('ink')),
      'editorBracketMatch.background': `${color('fn')}20`,
      'editorBracketMatch.border': '#00000000',
      'editorIndentGuide.background1': color('line'),
      'editorIndentGuide.activeBackground1': color('line-strong'),
      'editorError.foreground': color('destroy'),
      'editorWarning.foreground': color('write'),
      'editorWidget.background': color('surface'),
      'editorWidget.foreground': color('ink'),
      'editorWidget.border': color('line-strong'),
      'editorHoverWidget.background': color('surface'),
      'editorHoverWidget.border': color('line-strong'),
      'input.background': color('bg'),
      'input.foreground': color('ink'),
      'input.border': color('line-strong'),
      'quickInput.background': color('surface'),
      'quickInput.foreground': color('ink'),
      'list.hoverBackground': color('sunken'),
      'list.focusBackground': color('sunken'),
      'list.focusForeground': color('ink'),
      'menu.background': color('surface'),
      'menu.foreground': color('ink'),
      'menu.selectionBackground': color('sunken'),
      'menu.selectionForeground': color('ink'),
      'menu.border': color('line-strong'),
      'widget.shadow': '#00000022',
      focusBorder: color('accent'),
      'scrollbarSlider.background': `${color('faint')}33`,
      'scrollbarSlider.hoverBackground': `${color('faint')}55`,
      'scrollbarSlider.activeBackground': `${color('faint')}77`,
    },
  })
  editor.setTheme(THEME)
}

/** Monaco paints nested brackets in colours of their own; here colour is kept for meaning. */
function plainBrackets(ink: string): Record<string, string> {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${String(level)}`, ink])
  return Object.fromEntries([...levels, ['editorBracketHighlight.unexpectedBracket.foreground', ink]]) as Record<
    string,
    string
  >
}

/** Monaco reads six hex digits only; a minifier may have shortened the token to three. */
function toHex(value: string): string {
  const hex = value.trim()
  return /^#[0-9a-f]{3}$/i.test(hex) ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
}
