/// <reference types="vite/client" />
// The adapter to Monaco: one editor in one node that nobody else touches. Loaded only when an editor is shown.
import './monaco-features.ts'
import { editor, languages, MarkerSeverity, Range } from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { EDITOR_LABEL, type EditorHandle, type EditorProblem, type MarkedLine } from './editor.ts'
import { LUA, luaConfiguration, luaTokens } from './lua-language.ts'
import { createOwnEdits } from './own-edits.ts'
import { followTheme } from './theme.ts'

export interface MonacoHost extends EditorHandle {
  setSource(source: string): void
  setReadOnly(readOnly: boolean): void
  setProblems(problems: readonly EditorProblem[]): void
  setMarked(marked: MarkedLine | null): void
  dispose(): void
}

interface MonacoOptions {
  source: string
  readOnly: boolean
  onEdit(source: string): void
  onCursor(line: number, column: number): void
}

const OWNER = 'kosmo'

let prepared = false
function prepareMonaco(): void {
  if (prepared) return
  prepared = true
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
  languages.register({ id: LUA, extensions: ['.lua'], aliases: ['Lua'] })
  languages.setLanguageConfiguration(LUA, luaConfiguration)
  languages.setMonarchTokensProvider(LUA, luaTokens)
}

export function mountMonaco(node: HTMLElement, options: MonacoOptions): MonacoHost {
  prepareMonaco()
  const unfollow = followTheme()
  const model = editor.createModel(options.source, LUA)
  model.setEOL(editor.EndOfLineSequence.LF)
  model.updateOptions({ tabSize: 2, insertSpaces: true })
  const code = editor.create(node, { ...LOOK, model, readOnly: options.readOnly })
  const marks = code.createDecorationsCollection()
  const edits = createOwnEdits(options.source)
  let setting = false
  model.onDidChangeContent(() => {
    if (setting) return
    const text = model.getValue()
    edits.note(text)
    options.onEdit(text)
  })
  code.onDidChangeCursorPosition(({ position }) => {
    options.onCursor(position.lineNumber, position.column)
  })
  // Monaco measures with the fallback face when its own one arrives late.
  void document.fonts.ready.then(() => {
    editor.remeasureFonts()
  })

  return {
    setSource(source) {
      if (edits.takeBack(source) || model.getValue() === source) return
      setting = true
      model.setValue(source)
      setting = false
    },
    setReadOnly(readOnly) {
      code.updateOptions({ readOnly })
    },
    setProblems(problems) {
      editor.setModelMarkers(
        model,
        OWNER,
        problems.map((problem) => toMarker(model, problem)),
      )
    },
    setMarked(marked) {
      marks.set(marked ? [toDecoration(marked)] : [])
      if (marked) code.revealLineInCenterIfOutsideViewport(marked.line)
    },
    reveal(line, column) {
      const at = Math.min(line, model.getLineCount())
      code.setPosition({ lineNumber: at, column: column ?? (model.getLineFirstNonWhitespaceColumn(at) || 1) })
      code.revealLineInCenterIfOutsideViewport(at)
      code.focus()
    },
    focus() {
      code.focus()
    },
    dispose() {
      unfollow()
      code.dispose()
      model.dispose()
    },
  }
}

const LOOK: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: EDITOR_LABEL,
  accessibilitySupport: 'auto',
  automaticLayout: true,
  contextmenu: true,
  fixedOverflowWidgets: true,
  folding: false,
  fontFamily: "'Geist Mono Variable', ui-monospace, monospace",
  fontLigatures: false,
  fontSize: 13.5,
  glyphMargin: false,
  guides: { indentation: false },
  lineDecorationsWidth: 16,
  lineHeight: 22,
  lineNumbersMinChars: 4,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerLanes: 0,
  padding: { top: 14, bottom: 14 },
  quickSuggestions: false,
  readOnlyMessage: { value: 'This script came by a link. Choose Edit or Take over first.' },
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  stickyScroll: { enabled: false },
  // A linked script may hide what it does behind characters that cannot be seen or look like others.
  unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true, nonBasicASCII: false },
  wordBasedSuggestions: 'off',
}

/** Marks the word at the column, or one character; the whole line where the place is its end or is not known. */
function toMarker(model: editor.ITextModel, { line, column, message }: EditorProblem): editor.IMarkerData {
  const at = Math.min(line, model.getLineCount())
  const end = model.getLineMaxColumn(at)
  const word = column === null ? null : model.getWordAtPosition({ lineNumber: at, column })
  const [startColumn, endColumn] =
    column === null || column >= end
      ? [model.getLineFirstNonWhitespaceColumn(at) || 1, end]
      : [column, word?.startColumn === column ? word.endColumn : column + 1]
  return { severity: MarkerSeverity.Error, message, startLineNumber: at, endLineNumber: at, startColumn, endColumn }
}

function toDecoration({ line, effect }: MarkedLine): editor.IModelDeltaDecoration {
  const className = `pg-marked ${effect}`
  return { range: new Range(line, 1, line, 1), options: { isWholeLine: true, className, marginClassName: className } }
}
