// The sign-in page: one form for signing in and for creating an account, and back to where the reader came from.
import './accounts.css'
import './forms.css'
import { useState } from 'react'
import { createApi } from '../run/api.ts'
import { readReturnPath } from './return-path.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useSession } from './use-session.ts'

export function SignIn() {
  const [api] = useState(createApi)
  const [back] = useState(() => readReturnPath(location.search, location.origin))
  const session = useSession(api)

  if (session.phase === 'signed-in') {
    return (
      <div className="ac ac-narrow">
        <h1>You are signed in</h1>
        <p className="ac-lead">As {session.user.email}.</p>
        <p>
          <a className="btn primary" href={back ?? '/accounts/'}>
            {back ? 'Go back' : 'Open accounts'}
          </a>
        </p>
      </div>
    )
  }
  return (
    <div className="ac ac-narrow">
      <SignInForm
        signUpOpen={session.phase !== 'signed-out' || session.signUp === 'open'}
        onDone={() => {
          location.assign(back ?? '/accounts/')
        }}
      />
    </div>
  )
}
