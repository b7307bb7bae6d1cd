import { type FsPort, type OpenFile, realFs } from '../../electron/host/fs-port.ts'

/** Called before each operation with its name and path; throws to make it fail. A number from a `write` caps how many bytes are taken. */
export type Before = (call: string, path: string) => number | undefined

/** The real disk (or another) with something in the way of every operation. */
export function brokenFs(before: Before, under: FsPort = realFs): FsPort {
  const file = (open: OpenFile, path: string): OpenFile => ({
    write: async (bytes, from) => {
      const most = before('write', path) ?? bytes.length
      return open.write(bytes.subarray(0, Math.min(bytes.length, from + most)), from)
    },
    read: async () => {
      before('read', path)
      return open.read()
    },
    facts: async () => {
      before('file facts', path)
      return open.facts()
    },
    sync: async () => {
      before('sync', path)
      return open.sync()
    },
    close: async () => {
      // the descriptor is given up either way, as the system does
      await open.close()
      before('close', path)
    },
  })
  const shown = <Rest extends readonly unknown[], Out>(call: string, act: (path: string, ...rest: Rest) => Promise<Out>) => {
    return async (path: string, ...rest: Rest): Promise<Out> => {
      before(call, path)
      return act(path, ...rest)
    }
  }
  return {
    openToRead: async (path) => {
      before('openToRead', path)
      return file(await under.openToRead(path), path)
    },
    createNew: async (path, mode) => {
      before('createNew', path)
      return file(await under.createNew(path, mode), path)
    },
    list: shown('list', under.list),
    facts: shown('facts', under.facts),
    realpath: shown('realpath', under.realpath),
    link: shown('link', under.link),
    rename: shown('rename', under.rename),
    unlink: shown('unlink', under.unlink),
    makeFolder: shown('makeFolder', under.makeFolder),
    syncFolder: shown('syncFolder', under.syncFolder),
    mayWrite: shown('mayWrite', under.mayWrite),
  }
}
