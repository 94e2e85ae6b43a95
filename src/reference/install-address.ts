// The address of the site in the command that installs from it.

/** Stands for the address where the build does not know it. */
export const PLACEHOLDER = 'https://your-server'
