// Monaco as a component. Its node has no React children: Monaco alone changes what is in it.
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react'
import { type EditorProps } from './editor.ts'
import { type MonacoHost, type mountMonaco } from './monaco-host.ts'

interface MonacoEditorProps extends EditorProps {
  /** Called when Monaco cannot be loaded or started. */
  onFail(): void
}

export function MonacoEditor(props: MonacoEditorProps) {
  const { source, readOnly, problems, marked, handle } = props
  const node = useRef<HTMLDivElement>(null)
  const [host, setHost] = useState<MonacoHost | null>(null)

  const mount = useEffectEvent((mountIn: typeof mountMonaco, events: HostEvents) =>
    mountIn(node.current!, { source, readOnly, ...events }),
  )
  const edit = useEffectEvent(props.onEdit)
  const moveCursor = useEffectEvent(props.onCursor)
  const fail = useEffectEvent(props.onFail)

  useEffect(() => {
    let gone = false
    let made: MonacoHost | null = null
    const events: HostEvents = {
      onEdit: (text) => {
        edit(text)
      },
      onCursor: (line, column) => {
        moveCursor(line, column)
      },
    }
    import('./monaco-host.ts').then(
      (module) => {
        if (gone) return
        try {
          made = mount(module.mountMonaco, events)
          setHost(made)
        } catch {
          fail()
        }
      },
      () => {
        if (!gone) fail()
      },
    )
    return () => {
      gone = true
      made?.dispose()
    }
  }, [])

  useEffect(() => host?.setSource(source), [host, source])
  useEffect(() => host?.setReadOnly(readOnly), [host, readOnly])
  useEffect(() => host?.setProblems(problems), [host, problems])
  useEffect(() => host?.setMarked(marked), [host, marked])
  useImperativeHandle(handle, () => ({
    focus: () => host?.focus(),
    reveal: (line, column) => host?.reveal(line, column),
  }))

  return (
    <>
      <div ref={node} className="pg-monaco" data-ready={host !== null} />
      {host ? null : (
        <pre className="pg-plain-text pg-loading" aria-busy="true" aria-label="Lua script, the editor is loading">
          {source}
        </pre>
      )}
    </>
  )
}

interface HostEvents {
  onEdit(source: string): void
  onCursor(line: number, column: number): void
}
