// node build/prepare.mjs NODE_FOLDER PROPERTIES_FILE
//
// frontend-maven-plugin wants its own copy of Node, which it would download. This lays links to the Node that runs
// this file, and to its npm, where the plugin looks for that copy, so that a build needs no download site. It also
// writes down what is there already, so that an unchanged frontend is neither installed nor built again.
import fs from 'node:fs'
import path from 'node:path'

const MINIMUM = 24
const [nodeFolder, propertiesFile] = process.argv.slice(2)
const windows = process.platform === 'win32'

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The folder of the npm package: beside this Node, or the one that the npm on the path belongs to. */
function findNpm() {
  const besideNode = path.dirname(fs.realpathSync(process.execPath))
  const folders = [
    path.join(besideNode, 'node_modules', 'npm'),
    path.join(besideNode, '..', 'lib', 'node_modules', 'npm'),
  ]
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    folders.push(path.join(folder, 'node_modules', 'npm'))
    const npm = path.join(folder, 'npm')
    if (fs.existsSync(npm)) folders.push(path.join(path.dirname(fs.realpathSync(npm)), '..'))
  }
  return folders.find((folder) => fs.existsSync(path.join(folder, 'bin', 'npm-cli.js')))
}

function link(target, at) {
  fs.rmSync(at, { force: true, recursive: true })
  fs.mkdirSync(path.dirname(at), { recursive: true })
  const folder = fs.statSync(target).isDirectory()
  if (windows && !folder) fs.copyFileSync(target, at)
  else fs.symlinkSync(target, at, folder ? 'junction' : 'file')
}

/** When anything in these files and folders last changed; a removed file shows in its folder's own time. */
function lastChange(...entries) {
  let latest = 0
  for (const entry of entries) {
    const stat = fs.statSync(entry, { throwIfNoEntry: false })
    if (!stat) continue
    latest = Math.max(latest, stat.mtimeMs)
    if (stat.isDirectory()) {
      latest = Math.max(latest, lastChange(...fs.readdirSync(entry).map((name) => path.join(entry, name))))
    }
  }
  return latest
}

if (Number(process.versions.node.split('.')[0]) < MINIMUM) {
  fail(
    `The frontend is built with Node ${MINIMUM} or later and this is ${process.version}. ` +
      'Run ./alongside, which gets one, or name one with -Dalongside.node=/path/to/node.',
  )
}
const npm = findNpm() ?? fail('The frontend is built with npm, which was found neither beside Node nor on the path.')

link(fs.realpathSync(process.execPath), path.join(nodeFolder, 'node', windows ? 'node.exe' : 'node'))
link(npm, path.join(nodeFolder, 'node', 'node_modules', 'npm'))

const installed = lastChange('package-lock.json', '.npmrc') < lastChange('node_modules/.package-lock.json')
const inputs = [
  'src',
  'build',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const built = installed && lastChange(...inputs) < lastChange('target/classes/static/index.html')
fs.mkdirSync(path.dirname(propertiesFile), { recursive: true })
fs.writeFileSync(propertiesFile, `frontend.installed=${installed}\nfrontend.built=${built}\n`)
