import { describe, expect, it } from 'vitest'
import { pagingHrefs } from '../../src/query/paging-links.ts'

const parametersOf = (query: string) => Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }))
const hrefs = (query: string, page = { page: 1, pageSize: 100, total: 1 }, dialect: 'v12' | 'v13' = 'v12') =>
  pagingHrefs(parametersOf(query), page, dialect)
const first = (query: string, dialect: 'v12' | 'v13' = 'v12') => hrefs(query, undefined, dialect)[0]?.Href

describe('links lead to', () => {
  it.each([
    [{ page: 1, total: 0 }, ['First 1', 'Last 1']],
    [{ page: 1, total: 1 }, ['First 1', 'Last 1']],
    [{ page: 1, total: 10 }, ['First 1', 'Last 1']],
    [{ page: 1, total: 11 }, ['First 1', 'Next 2', 'Last 2']],
    [{ page: 2, total: 11 }, ['First 1', 'Previous 1', 'Last 2']],
    [{ page: 2, total: 25 }, ['First 1', 'Previous 1', 'Next 3', 'Last 3']],
    [{ page: 3, total: 25 }, ['First 1', 'Previous 2', 'Last 3']],
    [{ page: 4, total: 25 }, ['First 1', 'Previous 3', 'Last 3']],
    [{ page: 9, total: 25 }, ['First 1', 'Previous 3', 'Last 3']],
    [{ page: 9, total: 0 }, ['First 1', 'Previous 1', 'Last 1']],
  ])('%j of pages of ten', (page, expected) => {
    const links = hrefs('page=7', { pageSize: 10, ...page })
    expect(links.map(({ Rel, Href }) => `${Rel} ${Href.replace('/query?page=', '')}`)).toEqual(expected)
  })
})

describe('links repeat the request', () => {
  it.each([
    ['type=Job', '/query?type=Job&pageSize=100&page=1'],
    ['Type=job&PAGESIZE=15', '/query?Type=job&PAGESIZE=15&page=1'],
    ['type=Job&Page=7&format=Entities', '/query?type=Job&Page=1&format=Entities'],
    ['page=7&page=8', '/query?page=1&page=8'],
    [
      'type=VmRestorePoint&format=Entities&sortDesc=CreationTime&pageSize=3&page=7&filter=VmDisplayName%3D%3Ddbserver01',
      '/query?type=VmRestorePoint&format=Entities&sortDesc=CreationTime&pageSize=3&page=1&filter=VmDisplayName%3d%3ddbserver01',
    ],
    [
      'filter=CreationTime%3E%3D2025-02-18T14:16:31&format=Entities&type=BackupJobSession',
      '/query?filter=CreationTime%3e%3d2025-02-18T14%3a16%3a31&format=Entities&type=BackupJobSession&pageSize=100&page=1',
    ],
    [
      'type=BackupJobSession&format=entities&filter=jobname==%22Vrfpoller+Servers%20ECS_Ter%22;result==%22Success%22',
      '/query?type=BackupJobSession&format=entities&filter=jobname%3d%3d%22Vrfpoller+Servers+ECS_Ter%22%3bresult%3d%3d%22Success%22&pageSize=100&page=1',
    ],
    ['filter=(Name==%22Test+REST%22)', '/query?filter=(Name%3d%3d%22Test+REST%22)&pageSize=100&page=1'],
    ["a=-_.!*()~'/%25%2B%26", '/query?a=-_.!*()%7e%27%2f%25%2b%26&pageSize=100&page=1'],
    ['Ü=é€😀', '/query?%c3%9c=%c3%a9%e2%82%ac%f0%9f%98%80&pageSize=100&page=1'],
    ['amp;page=2', '/query?amp%3bpage=2&pageSize=100&page=1'],
  ])('%s', (query, href) => {
    expect(first(query)).toBe(href)
  })

  it('with upper-case escapes in 13', () => {
    expect(first('filter=CreationTime%3e%3d%222026-06-15T23:17:05%22', 'v13')).toBe(
      '/query?filter=CreationTime%3E%3D%222026-06-15T23%3A17%3A05%22&pageSize=100&page=1',
    )
  })

  it('even where it is no text', () => {
    expect(pagingHrefs([{ name: 'a', value: '\uD800' }], { page: 1, pageSize: 1, total: 1 }, 'v12')[0]?.Href).toBe(
      '/query?a=%ef%bf%bd&pageSize=100&page=1',
    )
  })
})
