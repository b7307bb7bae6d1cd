/** How a place in a transcript file is named to a person. Numbers count from one, in the order of the file. */
export const pagePlace = (page: number) => `page ${page + 1}`
export const blockPlace = (page: number, at: number) => `page ${page + 1}, block ${at + 1}`
export const marginPlace = (page: number, at: number) => `page ${page + 1}, margin ${at + 1}`
export const originalPlace = (at: number) => `original ${at + 1}`
