// What is open under an account: renaming, new keys, permissions or deleting.
import { type TestedHalf } from './account-data.ts'
import { type AccountProps } from './account-props.ts'
import { PermissionsForm } from './permissions-form.tsx'
import { RemoveForm } from './remove-form.tsx'
import { RenameForm } from './rename-form.tsx'
import { ReplaceForm } from './replace-form.tsx'

export type PanelName = 'rename' | 'replace' | 'permissions' | 'remove'

interface AccountPanelProps extends AccountProps {
  name: PanelName
  onClose(): void
  onTested(tested: TestedHalf[] | null): void
}

export function AccountPanel({ name, onClose, onTested, changes, ...props }: AccountPanelProps) {
  switch (name) {
    case 'rename':
      return (
        <RenameForm
          {...props}
          onCancel={onClose}
          onRenamed={(account) => {
            changes.put(account)
            onClose()
          }}
        />
      )
    case 'replace':
      return (
        <ReplaceForm
          {...props}
          onCancel={onClose}
          onReplaced={(account, tested) => {
            changes.put(account)
            onTested(tested)
            onClose()
          }}
        />
      )
    case 'permissions':
      return <PermissionsForm {...props} onChanged={changes.put} />
    case 'remove':
      return <RemoveForm {...props} onCancel={onClose} onRemoved={changes.reload} />
  }
}
