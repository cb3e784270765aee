import { describe, expect, test } from 'vitest'
import { chooseLocale } from './locales'
import { chooseTimeZone } from './time-zone'

describe('the language', () => {
  test.each([
    ['zh-CN', 'en', 'zh-CN'],
    [undefined, 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    [undefined, 'de-DE,de;q=0.9,en;q=0.5', 'en'],
    [undefined, 'fr,zh;q=0.9', 'zh-CN'],
    [undefined, 'de', 'en'],
    [undefined, undefined, 'en'],
    ['klingon', 'zh', 'zh-CN'],
    ['../../etc', '', 'en'],
  ])('chosen %o with a browser asking for %o is %s', (chosen, asked, locale) => {
    expect(chooseLocale(chosen, asked)).toBe(locale)
  })
})

describe('the time zone', () => {
  test.each([
    ['Asia/Tokyo', 'Europe/Berlin', 'Asia/Tokyo'],
    [undefined, 'Europe/Berlin', 'Europe/Berlin'],
    ['Mars/Olympus', 'Europe/Berlin', 'Europe/Berlin'],
    ['', '', 'UTC'],
    [undefined, undefined, 'UTC'],
  ])('chosen %o on a device in %o is %s', (chosen, device, zone) => {
    expect(chooseTimeZone(chosen, device)).toBe(zone)
  })
})
