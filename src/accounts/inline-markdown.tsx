// The help of a definition as text: `code`, **strong** words and links to https pages. Anything else is plain text.

const PART = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g

export function InlineMarkdown({ text }: { text: string }) {
  const parts: React.ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(PART)) {
    parts.push(text.slice(end, match.index))
    end = match.index + match[0].length
    parts.push(showPart(match, parts.length))
  }
  return <>{[...parts, text.slice(end)]}</>
}

function showPart([, code, strong, label, href]: RegExpExecArray, key: number) {
  if (code !== undefined) return <code key={key}>{code}</code>
  if (strong !== undefined) return <strong key={key}>{strong}</strong>
  return (
    <a key={key} href={href} target="_blank" rel="noreferrer">
      {label}
    </a>
  )
}
