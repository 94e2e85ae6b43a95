// Starts the thread that runs Lua, and speaks with it.
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Host } from '../../contract/host.ts'
import { createProblem, type RunProblem, type RunResult } from '../../contract/run.ts'
import { type ScriptInputs } from '../../lua/session.ts'
import { type WorkerOrder } from '../../sandbox/script-worker.ts'
import { type FromWorker } from '../../sandbox/worker-protocol.ts'
import { threadCode } from './code.ts'

/** A thread with Lua in it, for one script. Nothing of it rejects: a thread that fails is a problem of kind `crashed`. */
export interface ScriptThread {
  /** Lua is loaded, or the thread has failed. */
  ready: Promise<void>
  run(inputs: ScriptInputs, host: Host, print: (text: string) => void): Promise<RunResult>
  /** The first syntax error of a script, which is not run. */
  check(source: string): Promise<RunProblem | null>
  /** Ends the thread at once, wherever it is. What it was asked stays without an answer. */
  end(): void
}

export function startThread(wasm: Promise<WebAssembly.Module>): ScriptThread {
  // An environment holds secrets, and standard output belongs to the script and to the protocol of agents.
  const worker = new Worker(threadCode, {
    ...{ eval: typeof threadCode === 'string', execArgv: [], env: {}, stdout: true, stderr: true },
    // Text has no place of its own; wasmoon looks for its file beside the one that it believes to be in.
    workerData: { file: fileURLToPath(import.meta.url) },
  })
  const loaded = Promise.withResolvers<undefined>()
  const failed = Promise.withResolvers<RunProblem>()
  let listener: ((message: FromWorker) => void) | undefined

  function send(order: WorkerOrder): void {
    worker.postMessage(order)
  }

  worker.stdout.resume()
  worker.stderr.resume()
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'loaded') loaded.resolve(undefined)
    else if (message.type === 'failed') failed.resolve(createProblem('crashed', message.message))
    else listener?.(message)
  })
  worker.on('error', (error: Error) => {
    failed.resolve(createProblem('crashed', `the Lua machine failed: ${error.message}`))
  })
  worker.on('exit', () => {
    failed.resolve(createProblem('crashed', 'the Lua machine ended by itself'))
  })
  void failed.promise.then(() => worker.terminate())
  wasm.then(
    (module) => {
      send({ type: 'load', module })
    },
    (error: unknown) => {
      failed.resolve(createProblem('crashed', `Lua could not be loaded: ${String(error)}`))
    },
  )

  async function run(inputs: ScriptInputs, host: Host, print: (text: string) => void): Promise<RunResult> {
    const done = Promise.withResolvers<RunResult>()
    listener = (message) => {
      if (message.type === 'output') print(message.text)
      else if (message.type === 'done') done.resolve(message.result)
      else if (message.type === 'host') {
        const { id, operation, payload } = message
        void host(operation, payload).then((reply) => {
          send({ type: 'reply', id, reply })
        })
      }
    }
    send({ type: 'run', inputs })
    const fail = (problem: RunProblem): RunResult => ({ ok: false, problem, memoryBytes: 0, cpuMs: 0 })
    return Promise.race([done.promise, failed.promise.then(fail)])
  }

  function check(source: string): Promise<RunProblem | null> {
    const done = Promise.withResolvers<RunProblem | null>()
    listener = (message) => {
      if (message.type === 'checked') done.resolve(message.problem)
    }
    send({ type: 'check', id: 0, source })
    return Promise.race([done.promise, failed.promise])
  }

  return {
    ready: Promise.race([loaded.promise, failed.promise]).then(() => undefined),
    run,
    check,
    end: () => void worker.terminate(),
  }
}
