// The editor of the page: Monaco where it works, the plain one on phones and where Monaco cannot be loaded.
import { useState } from 'react'
import { type EditorProps } from './editor.ts'
import { MonacoEditor } from './monaco-editor.tsx'
import { PlainEditor } from './plain-editor.tsx'

/** Monaco knows no touch keyboard: selection handles, autocorrection and paste are the browser's in a text area. */
const PHONE = '(pointer: coarse) and (max-width: 760px)'

export function EditorPane(props: EditorProps) {
  const [plain, setPlain] = useState(() => matchMedia(PHONE).matches)
  return (
    <section className="pg-editor" aria-label="Script">
      {plain ? (
        <PlainEditor {...props} />
      ) : (
        <MonacoEditor
          {...props}
          onFail={() => {
            setPlain(true)
          }}
        />
      )}
    </section>
  )
}
