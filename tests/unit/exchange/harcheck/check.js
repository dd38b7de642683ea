// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Usage: node check.js FILE…   where ./node_modules has what package.json names. Prints what is wrong with each HAR file,
// a line each, and ends with 1 when something is.
'use strict'

const { readFileSync } = require('fs')
const load = require('module').createRequire(process.cwd() + '/')
const validator = load('har-validator')
const schemas = load('har-schema')

function isUrl (text) {
  try {
    return Boolean(new URL(text))
  } catch {
    return false
  }
}

// What the specification says and the schema cannot: fields of one's own begin with an underscore, and (as "min", which
// is no word of JSON Schema) how small numbers may be. Of dates and URLs the validator looks at the shape alone.
function * faultsBesides (schema, value, place) {
  if (schema.$ref) {
    yield * faultsBesides(schemas[schema.$ref.replace('.json#', '')], value, place)
  } else if (schema.items) {
    for (const [i, item] of value.entries()) yield * faultsBesides(schema.items, item, `${place}[${i}]`)
  } else if (schema.properties) {
    for (const [key, member] of Object.entries(value)) {
      const known = Object.hasOwn(schema.properties, key)
      if (known) yield * faultsBesides(schema.properties[key], member, `${place}.${key}`)
      else if (!key.startsWith('_')) yield `${place}.${key} is unknown`
    }
  } else if (schema.format === 'date-time' && Number.isNaN(Date.parse(value))) {
    yield `${place} is no date: ${value}`
  } else if (schema.format === 'uri' && !isUrl(value)) {
    yield `${place} is no URL: ${value}`
  } else if (schema.min !== undefined && value < schema.min) {
    yield `${place} is less than ${schema.min}`
  }
}

async function faults (file) {
  try {
    const har = JSON.parse(readFileSync(file, 'utf8'))
    await validator.har(har)
    return [...faultsBesides(schemas.har, har, '')]
  } catch (error) {
    return error.errors ? error.errors.map(fault => `${fault.dataPath} ${fault.message}`) : [error.message]
  }
}

async function main () {
  for (const file of process.argv.slice(2)) {
    for (const fault of await faults(file)) {
      console.log(`${file}: ${fault}`)
      process.exitCode = 1
    }
  }
}

main()
