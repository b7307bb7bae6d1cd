/** Every fuse by name, and how it stands in what people get: the program is no Node, listens to no debugger, and loads only its own, unchanged app. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

/**
 * electron-builder's configuration. `output`: where the packed app goes; `electronDist`
 * and `electronVersion`: the Electron that it is packed with.
 */
export function builderConfig({ root, output, electronDist, electronVersion }) {
  return {
    appId: 'org.scholion.app',
    productName: 'Scholion',
    copyright: 'MIT licence',
    directories: { output, buildResources: `${root}/build/resources` },
    files: ['**/*'],
    extraResources: [{ from: `${root}/corpus/prem19`, to: 'sample' }],
    extraFiles: [{ from: `${root}/LICENSE`, to: 'LICENSE.scholion.txt' }],
    asar: true,
    electronDist,
    electronVersion,
    electronFuses: FUSES,
    // the built files hold all they need: no package is compiled, and none is packed
    beforeBuild: async () => false,
    nodeGypRebuild: false,
    publish: null,
    linux: { target: 'dir', executableName: 'scholion', category: 'Office', synopsis: 'An editor for archival transcripts' },
    win: { target: 'dir' },
    mac: { target: 'dir', category: 'public.app-category.productivity', hardenedRuntime: true },
  }
}
