// Loaded (--import) into the process that downloads Electron. Four times a second it tells its parent whether a connection stands, how
// many bytes came, and whether it is hard at work (unpacking reads nothing from the net). It changes nothing about the download.
import { Socket } from 'node:net'

const EVERY_MS = 250
const sockets = new Set()
const { connect } = Socket.prototype

Socket.prototype.connect = function (...args) {
  sockets.add(this)
  return connect.apply(this, args)
}

let worked = process.cpuUsage()
const tell = () => {
  const all = [...sockets]
  const { user, system } = process.cpuUsage(worked)
  worked = process.cpuUsage()
  process.send?.({
    connected: all.some((socket) => !socket.connecting && (socket.bytesRead > 0 || !socket.destroyed)),
    bytes: all.reduce((sum, socket) => sum + socket.bytesRead, 0),
    busy: user + system > EVERY_MS * 1000 * 0.2,
  })
}
setInterval(tell, EVERY_MS).unref()
