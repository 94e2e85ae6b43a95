// `npm start`: checks the Node that is there, then installs, builds and runs. Old versions must be able to read this.
const LEAST = 20

if (Number(process.versions.node.split('.')[0]) < LEAST) {
  process.stderr.write('Node ' + LEAST + ' or newer is needed, this is ' + process.version + '.\n')
  process.exit(1)
} else {
  import('./launch.mjs')
}
