import packageJson from '../../package.json' with { type: 'json' }

/** The version of this Scholion. */
export const VERSION: string = packageJson.version
