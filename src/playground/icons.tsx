// The few signs of the toolbar, drawn so that they look alike on every system.

export function RunIcon() {
  return (
    <svg className="pg-icon" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M3 1.8v8.4L10 6z" fill="currentColor" />
    </svg>
  )
}

export function StopIcon() {
  return (
    <svg className="pg-icon" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="2" y="2" width="8" height="8" rx="1" fill="currentColor" />
    </svg>
  )
}

export function MoreIcon() {
  return (
    <svg className="pg-icon" viewBox="0 0 12 12" aria-hidden="true">
      <g fill="currentColor">
        <circle cx="2" cy="6" r="1.1" />
        <circle cx="6" cy="6" r="1.1" />
        <circle cx="10" cy="6" r="1.1" />
      </g>
    </svg>
  )
}
