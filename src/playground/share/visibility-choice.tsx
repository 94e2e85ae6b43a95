// Who may open a link: said in a sentence before anything is saved.
import { type Visibility } from '../../contract/snippet.ts'
import { OptionChoice } from './option-choice.tsx'

const CHOICES: [Visibility, label: string, meaning: string][] = [
  [
    'link',
    'Anyone with the link',
    'Whoever has the link can read the script in every version, its title and your name, run it on Demo and take a copy.',
  ],
  ['private', 'Only me', 'You alone, signed in. To others it is as if the link did not exist.'],
]

export function describeVisibility(visibility: Visibility): string {
  const [, label, meaning] = CHOICES.find(([value]) => value === visibility)!
  return `${label}. ${meaning}`
}

interface VisibilityChoiceProps {
  visibility: Visibility
  onChoose(visibility: Visibility): void
}

export function VisibilityChoice({ visibility, onChoose }: VisibilityChoiceProps) {
  return <OptionChoice legend="Who can open it" options={CHOICES} chosen={visibility} onChoose={onChoose} />
}
