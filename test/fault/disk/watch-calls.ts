import { spawnSync } from 'node:child_process'

/** The system calls that are written down: all that take a path, and those that write through an open file. */
export const TRACED =
  'trace=%file,write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,fchmod,fchown,fsetxattr,copy_file_range,sendfile,splice'

const HARMLESS =
  /^(access|faccessat2?|stat|lstat|newfstatat|statx|readlink(at)?|statfs|getxattr|lgetxattr|listxattr|llistxattr|execve|getcwd|chdir|inotify_add_watch|name_to_handle_at)\(/
const WRITING_FLAGS = /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)/

/** Why system calls cannot be watched here, in words, or null. Installs strace where that is one command. */
export function whyNoStrace(env = process.env): string | null {
  const isThere = () => spawnSync('strace', ['-V']).status === 0
  if (isThere()) return null
  const mayInstall = env.SCHOLION_NO_INSTALL !== '1' && process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0
  if (!mayInstall) return 'strace is not here, and cannot be installed by this user'
  spawnSync('sh', ['-c', 'apt-get update -q && apt-get install -q -y --no-install-recommends strace'], {
    stdio: 'ignore',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return isThere() ? null : 'strace could not be installed'
}

/** The calls of a log of strace (-f -y) that name one of the files, by its whole path. */
export function callsOn(log: string, paths: readonly string[]): readonly string[] {
  return log
    .split('\n')
    .map((line) => line.replace(/^\d+ +/, ''))
    .filter((line) => paths.some((path) => line.includes(`"${path}"`) || line.includes(`<${path}>`)))
}

/** Whether a call could change what it names: it is not one of those that only look, nor an opening for reading. A call of an unknown kind counts as one. */
export function couldWrite(call: string): boolean {
  if (/^(<\.\.\.|---|\+\+\+)/.test(call)) return false
  if (/^(open|openat|openat2)\(/.test(call)) return WRITING_FLAGS.test(call)
  return !HARMLESS.test(call)
}
