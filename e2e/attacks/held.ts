// What a page holds after a collection of garbage, read through Chromium's own protocol.
import { type CDPSession, type Page } from '@playwright/test'

export interface Held {
  /** Bytes of JavaScript objects in the page, and in the sandbox's frame. */
  heap: number
  frameHeap: number
  nodes: number
  listeners: number
  documents: number
  ports: number
  workers: number
}

/** @param frame the session of the sandbox's frame, which Chromium gives a process of its own */
export async function readHeld(page: Page, session: CDPSession, frame: CDPSession): Promise<Held> {
  const [heap, frameHeap] = [await readHeap(session), await readHeap(frame)]
  const ports = await countPorts(session)
  // Last: what the collections let go of is not counted.
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters')
  return { heap, frameHeap, nodes, listeners: jsEventListeners, documents, ports, workers: page.workers().length }
}

async function readHeap(session: CDPSession): Promise<number> {
  // What the first collection lets go of, as a port, may hold more until the next.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

async function countPorts(session: CDPSession): Promise<number> {
  const prototype = await session.send('Runtime.evaluate', { expression: 'MessagePort.prototype' })
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.result.objectId! })
  const { result } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: 'function () { return this.length }',
    objectId: objects.objectId!,
    returnByValue: true,
  })
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! })
  return result.value as number
}
