// A PNG as Playwright takes it, written again with a palette: a picture of the window needs few colours, and comes out at a third of the size.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST = 64

/** @param {Buffer} png 8 bits a channel, RGB or RGBA without transparency, not interlaced */
export function smallPng(png) {
  const { width, height, pixels } = decode(png)
  const { palette, indexOf } = fewColours(pixels)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = indexOf(pixels[y * width + x])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const data = deflateSync(rows, { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', data), chunk('IEND')])
}

function chunk(type, data = Buffer.alloc(0)) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** The pixels as numbers 0xRRGGBB, row by row. */
function decode(png) {
  const parts = []
  let width = 0
  let height = 0
  let size = 0
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      width = data.readUInt32BE(0)
      height = data.readUInt32BE(4)
      size = { 2: 3, 6: 4 }[data[9]] ?? 0
      if (size === 0 || data[8] !== 8 || data[12] !== 0) throw new Error('This kind of PNG is not one of Playwright’s.')
    }
    if (type === 'IDAT') parts.push(data)
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * size
  const pixels = new Uint32Array(width * height)
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    const row = unfiltered(raw[start], raw.subarray(start + 1, start + 1 + stride), above, size)
    for (let x = 0; x < width; x++) {
      const at = x * size
      pixels[y * width + x] = (row[at] << 16) | (row[at + 1] << 8) | row[at + 2]
    }
    above = row
  }
  return { width, height, pixels }
}

function unfiltered(filter, row, above, size) {
  const out = Buffer.from(row)
  for (let at = 0; at < out.length; at++) {
    const left = at < size ? 0 : out[at - size]
    const corner = at < size ? 0 : above[at - size]
    const guess = [0, left, above[at], (left + above[at]) >> 1, paeth(left, above[at], corner)][filter]
    out[at] = (out[at] + guess) & 255
  }
  return out
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** A palette that begins with the commonest colour and takes in, again and again, whatever would lie furthest off, weighed by how much there is of it. */
function fewColours(pixels) {
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b)
  const off = colours.map(() => Number.POSITIVE_INFINITY)
  const places = colours.map(() => 0)
  const palette = []
  for (let next = 0; palette.length < MOST && off[next] > 0; next = worst(colours, off, counts)) {
    palette.push(colours[next])
    for (const [at, colour] of colours.entries()) {
      const distance = distanceOf(colour, colours[next])
      if (distance >= off[at]) continue
      off[at] = distance
      places[at] = palette.length - 1
    }
  }
  const byColour = new Map(colours.map((colour, at) => [colour, places[at]]))
  return { palette, indexOf: (pixel) => byColour.get(pixel) }
}

function worst(colours, off, counts) {
  let found = 0
  let most = -1
  for (const [at, colour] of colours.entries()) {
    const weight = off[at] * counts.get(colour)
    if (weight <= most) continue
    most = weight
    found = at
  }
  return found
}

const distanceOf = (one, other) =>
  [16, 8, 0].reduce((sum, bits) => sum + (((one >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0)
