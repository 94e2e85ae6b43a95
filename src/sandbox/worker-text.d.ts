// The bundled worker as text, put in by src/sandbox/bundle.ts.
declare module 'worker-text' {
  const text: string
  export default text
}
