// E-mail and password, for signing in or for a new account.
import { type FormEvent, useState } from 'react'
import { LEAST_PASSWORD, signIn, signUp } from './auth.ts'
import { Field } from './field.tsx'

interface SignInFormProps {
  /** Whether new accounts can be created here. */
  signUpOpen: boolean
  onDone(): void
}

interface Problems {
  form?: string
  email?: string
  password?: string
}

export function SignInForm({ signUpOpen, onDone }: SignInFormProps) {
  const [isNew, setIsNew] = useState(false)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problems>({})

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const credentials = { email: String(typed.get('email')).trim(), password: String(typed.get('password')) }
    const found = findProblems(credentials, isNew)
    setProblems(found)
    if (found.email ?? found.password) {
      form.querySelector<HTMLInputElement>(`[name=${found.email ? 'email' : 'password'}]`)?.focus()
      return
    }
    setBusy(true)
    const problem = await (isNew ? signUp(credentials) : signIn(credentials))
    setBusy(false)
    if (problem) setProblems({ form: problem })
    else onDone()
  }

  return (
    <form className="ac-form" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{isNew ? 'Create an account' : 'Sign in'}</h1>
      <p className="ac-lead">
        {isNew
          ? 'An account holds the keys of your own databases and services, so that scripts can run on them.'
          : 'To run scripts on your own accounts. Demo needs no sign-in.'}
      </p>
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        required
        error={problems.email}
      />
      <Field
        label="Password"
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        error={problems.password}
        help={
          isNew ? `At least ${String(LEAST_PASSWORD)} characters. There is no reset by e-mail: keep it safe.` : null
        }
        aside={
          <button
            type="button"
            className="ac-link"
            aria-pressed={shown}
            onClick={() => {
              setShown(!shown)
            }}
          >
            {shown ? 'Hide password' : 'Show password'}
          </button>
        }
      />
      {problems.form ? (
        <p className="ac-problem" role="alert">
          {problems.form}
        </p>
      ) : null}
      <button type="submit" className="btn primary" disabled={busy}>
        {isNew ? 'Create account' : 'Sign in'}
      </button>
      <p className="ac-switch">
        {signUpOpen ? (
          <SwitchButton
            isNew={isNew}
            onSwitch={() => {
              setIsNew(!isNew)
              setProblems({})
            }}
          />
        ) : (
          'This site takes no new accounts.'
        )}
      </p>
    </form>
  )
}

function SwitchButton({ isNew, onSwitch }: { isNew: boolean; onSwitch(): void }) {
  return (
    <>
      {isNew ? 'You have an account? ' : 'No account yet? '}
      <button type="button" className="ac-link" onClick={onSwitch}>
        {isNew ? 'Sign in instead' : 'Create one'}
      </button>
    </>
  )
}

function findProblems({ email, password }: { email: string; password: string }, isNew: boolean): Problems {
  const problems: Problems = {}
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) problems.email = 'Enter your e-mail address.'
  if (!password) problems.password = 'Enter your password.'
  else if (isNew && password.length < LEAST_PASSWORD) {
    problems.password = `The password is too short: it needs at least ${String(LEAST_PASSWORD)} characters.`
  }
  return problems
}
