// What stands in place of the playground when it fails itself. A class: React has no other way to catch a failure.
import { Component, type ReactNode } from 'react'

export class FailureBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className="pg-failed" role="alert">
        <h1>The playground failed</h1>
        <p>The fault is in this page, not in your script. Your draft is kept in this browser.</p>
        <p>
          <button
            type="button"
            className="btn primary"
            onClick={() => {
              location.reload()
            }}
          >
            Reload the page
          </button>
        </p>
      </main>
    )
  }
}
