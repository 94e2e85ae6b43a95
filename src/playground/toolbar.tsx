// The one toolbar: Run or Stop, Demo or Live, the accounts in use, the title, and Share at the far end.
import { type ReactNode } from 'react'
import { type Mode } from '../contract/script.ts'
import { RunIcon, StopIcon } from './icons.tsx'
import { withControl } from './keys.ts'

interface ToolbarProps {
  running: boolean
  /** Why Run does nothing now; null when it runs. */
  blocked: string | null
  mode: Mode
  /** Whether Live may be chosen. */
  liveOffered: boolean
  title: string | null
  chips: ReactNode
  menu: ReactNode
  onRun(): void
  onStop(): void
  onMode(mode: Mode): void
  onShare(): void
}

export function Toolbar(props: ToolbarProps) {
  const { running, title } = props
  return (
    <header className="pg-bar">
      <PlaygroundLogo />
      <h1 className="sr-only">Playground</h1>
      <div className="pg-go">{running ? <StopButton {...props} /> : <RunButton {...props} />}</div>
      <ModeSwitch {...props} />
      {props.chips}
      {title ? <span className="pg-title">{title}</span> : null}
      <span className="pg-gap" />
      <a className="btn quiet pg-wide" href="/integrations/">
        Functions
      </a>
      {props.menu}
      <button type="button" className="btn" onClick={props.onShare}>
        Share
      </button>
    </header>
  )
}

export function PlaygroundLogo() {
  return (
    <a className="pg-logo" href="/" aria-label="KosmoKrator Lua, start page">
      <b aria-hidden="true" />
      <span>KosmoKrator Lua</span>
    </a>
  )
}

function RunButton({ blocked, onRun }: ToolbarProps) {
  return (
    <button
      type="button"
      className="btn primary"
      aria-disabled={blocked !== null}
      title={blocked ?? `Run (${withControl('⏎')})`}
      onClick={onRun}
    >
      <RunIcon /> Run
    </button>
  )
}

function StopButton({ onStop }: ToolbarProps) {
  return (
    <button type="button" className="btn" title={`Stop (${withControl('.')})`} onClick={onStop}>
      <StopIcon /> Stop
    </button>
  )
}

function ModeSwitch({ mode, liveOffered, running, onMode }: ToolbarProps) {
  return (
    <div className="pg-seg" role="group" aria-label="Where the script runs">
      <ModeButton mode="demo" current={mode} disabled={running} onMode={onMode} title="Sample data, in this page">
        Demo
      </ModeButton>
      <ModeButton
        mode="live"
        current={mode}
        disabled={running || !liveOffered}
        onMode={onMode}
        title={liveOffered ? 'Your own accounts' : 'Take the script over first'}
      >
        Live
      </ModeButton>
    </div>
  )
}

interface ModeButtonProps {
  mode: Mode
  current: Mode
  disabled: boolean
  title: string
  children: string
  onMode(mode: Mode): void
}

function ModeButton({ mode, current, disabled, title, children, onMode }: ModeButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={mode === current}
      disabled={disabled}
      title={title}
      onClick={() => {
        onMode(mode)
      }}
    >
      {children}
    </button>
  )
}
