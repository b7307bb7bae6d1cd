import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small ext4 disk in a file, mounted over a loop device, whose power can be cut: its file is copied as it is at that moment. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly at: string
  /** Mounts what would be found at the next start, gives its folder to `look`, and takes it away again. */
  cut(look: (at: string) => Promise<void>): Promise<void>
  remove(): Promise<void>
}

const MEGABYTES = 48

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

/** Why no disk can be made here, in words, or null. */
export function whyNoLoopDisk(): string | null {
  if (process.getuid?.() !== 0) return 'only root may mount a disk'
  if (spawnSync('mkfs.ext4', ['-V']).error) return 'there is no mkfs.ext4'
  if (spawnSync('losetup', ['-f']).status !== 0) return 'there are no loop devices'
  return null
}

/** Throws where the system refuses the mount after all. */
export async function makeLoopDisk(): Promise<LoopDisk> {
  const root = await mkdtemp(join(tmpdir(), 'scholion-power-'))
  const [file, at, found] = [join(root, 'disk'), join(root, 'at'), join(root, 'found')]
  for (const folder of [at, found]) await mkdir(folder)
  await writeFile(file, '')
  run('truncate', '-s', `${MEGABYTES}M`, file)
  run('mkfs.ext4', '-q', '-F', '-O', '^metadata_csum_seed', file)
  // nothing is written by itself while the file is copied
  run('mount', '-o', 'loop,commit=600', file, at)
  return {
    at,
    async cut(look) {
      const copy = join(root, 'copy')
      run('cp', '--sparse=always', file, copy)
      // mounting replays the disk's own journal, as after a real power cut
      run('mount', '-o', 'loop', copy, found)
      try {
        await look(found)
      } finally {
        run('umount', found)
        await rm(copy)
      }
    },
    async remove() {
      spawnSync('umount', ['-l', at])
      await rm(root, { recursive: true, force: true })
    },
  }
}
