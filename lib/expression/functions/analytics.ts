import { needText, textOrNull } from './arguments'
import { defineFunction, needed, type FunctionContext } from './function-definition'

type ProductField = 0 | 1 | 2 | 3 | 4 | 5

/** One product of Adobe Analytics' products string: category;product;quantity;price;events;eVars. */
function readProducts(text: string): string[][] {
  // An events list that ends in a comma leaves no product behind it.
  return text.split(',').filter((product) => product.trim() !== '').map((product) => product.split(';'))
}

function overProducts(read: (product: string[], args: unknown[]) => unknown) {
  return (args: unknown[], context: FunctionContext): unknown => {
    const text = textOrNull(args[0])
    if (text === null) return null
    context.produce(text.length)
    return readProducts(text).map((product) => read(product, args))
  }
}

const fieldOf = (field: ProductField) => (product: string[]) => product[field]?.trim() || null

/** `event5=2:abc` is event5 with the value 2 and the serial id abc; without `=` the value is 1. */
function findEvent(events: string[], name: string): { id: string | null; value: string } | null {
  for (const event of events) {
    const match = /^([^=:]*)(?:=([^:]*))?(?::(.*))?$/s.exec(event.trim())
    if (match !== null && match[1]?.trim() === name) return { id: match[3] || null, value: match[2] || '1' }
  }
  return null
}

const eventOf = (product: string[], args: unknown[]) =>
  findEvent((product[4] ?? '').split('|'), needText(args[1], 'EVENT_NAME'))

function evarOf(product: string[], args: unknown[]): string | null {
  const name = needText(args[1], 'EVAR_NAME')
  for (const evar of (product[5] ?? '').split('|')) {
    const at = evar.indexOf('=')
    if (at >= 0 && evar.slice(0, at).trim() === name) return evar.slice(at + 1)
  }
  return null
}

function fromEvents(read: (event: { id: string | null; value: string }) => string | null) {
  return (args: unknown[]): string | null => {
    const text = textOrNull(args[0])
    const event = text === null ? null : findEvent(text.split(','), needText(args[1], 'EVENT_NAME'))
    return event === null ? null : read(event)
  }
}

const products = needed(
  'PRODUCTS_STRING', 'text', 'category;product;quantity;price;events;eVars, products parted by commas.',
)
const events = needed('EVENT_STRING', 'text', 'Events parted by commas.')
const eventName = needed('EVENT_NAME', 'text', 'The event, such as event101.')

function productFunction(name: string, description: string, field: ProductField) {
  return defineFunction({
    name, group: 'analytics', availability: 'web-sdk', returns: 'array', description, parameters: [products],
    run: overProducts(fieldOf(field)),
  })
}

function productEventFunction(
  name: string, description: string, read: (product: string[], args: unknown[]) => unknown,
) {
  return defineFunction({
    name, group: 'analytics', availability: 'web-sdk', returns: 'array', description, parameters: [products, eventName],
    run: overProducts(read),
  })
}

export const analyticsFunctions = [
  defineFunction({
    name: 'aa_get_event_id', group: 'analytics', availability: 'web-sdk', returns: 'text',
    parameters: [events, eventName],
    description: 'The serial id of an event in an Analytics event string.', run: fromEvents((event) => event.id),
  }),
  defineFunction({
    name: 'aa_get_event_value', group: 'analytics', availability: 'web-sdk', returns: 'text',
    parameters: [events, eventName],
    description: 'The value of an event in an Analytics event string; 1 when none is written.',
    run: fromEvents((event) => event.value),
  }),
  productFunction('aa_get_product_categories', 'The category of each product in an Analytics products string.', 0),
  productFunction('aa_get_product_names', 'The name of each product in an Analytics products string.', 1),
  productFunction('aa_get_product_quantities', 'The quantity of each product in an Analytics products string.', 2),
  productFunction('aa_get_product_prices', 'The price of each product in an Analytics products string.', 3),
  productEventFunction(
    'aa_get_product_events', 'Id and value of an event in each product.',
    (product, args) => eventOf(product, args),
  ),
  productEventFunction(
    'aa_get_product_event_ids', 'The serial id of an event in each product.',
    (product, args) => eventOf(product, args)?.id ?? null,
  ),
  productEventFunction(
    'aa_get_product_event_values', 'The value of an event in each product.',
    (product, args) => eventOf(product, args)?.value ?? null,
  ),
  defineFunction({
    name: 'aa_get_product_evars', group: 'analytics', availability: 'web-sdk', returns: 'array',
    description: 'The value of a merchandising eVar in each product.',
    parameters: [products, needed('EVAR_NAME', 'text', 'The eVar, such as eVar1.')], run: overProducts(evarOf),
  }),
]
