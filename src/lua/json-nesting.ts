// JSON texts that nest so many levels deep.

export const nestLists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
export const nestObjects = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
