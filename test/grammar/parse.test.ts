import { expect, it } from 'vitest'
import type { Comparison, Expression } from '../../grammar/index.ts'
import { expressionOf } from './marked.ts'

/** An expression in brackets: `all(any(a==1 b==2) c==3)`. */
function sketch(expression: Expression): string {
  switch (expression.kind) {
    case 'allOf':
      return `all(${expression.all.map(sketch).join(' ')})`
    case 'anyOf':
      return `any(${expression.any.map(sketch).join(' ')})`
    case 'comparison':
      return expression.name.text + expression.operator + expression.value.text
  }
}

it.each([
  ['a==1', 'a==1'],
  ['a==1;b!=2', 'all(a==1 b!=2)'],
  ['a==1,b>=2', 'any(a==1 b>=2)'],
  ['a==1;b<=2,c>3;d<4', 'any(all(a==1 b<=2) all(c>3 d<4))'],
  ['a==1;(b==2,c==3);d==4', 'all(a==1 any(b==2 c==3) d==4)'],
  ['(a==1;b==2);c==3', 'all(a==1 b==2 c==3)'],
  ['a==1,(b==2,(c==3,d==4))', 'any(a==1 b==2 c==3 d==4)'],
  ['((a==1))', 'a==1'],
  ['(a==1;b==2),c==3', 'any(all(a==1 b==2) c==3)'],
  [' ( a == 1 ;\n\tb == 2 ) ', 'all(a==1 b==2)'],
])('%s means %s', (text, meaning) => {
  expect(sketch(expressionOf(text))).toBe(meaning)
})

it.each([
  // without quotes
  ['Name==Backup', 'Backup', false],
  ['Name==Backup Job 1', 'Backup Job 1', false],
  ['Name==  Backup  Job  ', 'Backup  Job', false],
  ['CreationTime>=2025-02-18T14:16:31', '2025-02-18T14:16:31', false],
  ['CreationTime>=2025-02-18T14:16:31 02:00', '2025-02-18T14:16:31 02:00', false],
  ['JobUid==urn:veeam:Job:dce85686-4a58', 'urn:veeam:Job:dce85686-4a58', false],
  ['Path==\\\\nas\\share/[a]{b} 100%*+@~#$^?', '\\\\nas\\share/[a]{b} 100%*+@~#$^?', false],
  ['FreeSpace>-5', '-5', false],
  ["Name==O'Brien", "O'Brien", false],
  ['Name==R&D | Sales', 'R&D | Sales', false],
  ['Name==Search and Rescue or not', 'Search and Rescue or not', false],
  ['Name==a=b', 'a=b', false],
  ['Name==Hurra!', 'Hurra!', false],
  ['Name==日本語 é 🙂', '日本語 é 🙂', false],
  ['größe.x-y_2==1', '1', false],
  // in quotes
  ['Name=="Backup Job 1"', 'Backup Job 1', true],
  ['Name== "Backup" ', 'Backup', true],
  ['Name=="  Backup "', '  Backup ', true],
  ['Name=="a;b,(c)==d"', 'a;b,(c)==d', true],
  ['Name=="line\nbreak"', 'line\nbreak', true],
  ['Name=="O""Brien"', 'O"Brien', true],
  ['Name=="""Backup"""', '"Backup"', true],
  ['Name==""""', '"', true],
  ['Name==""""""', '""', true],
  // quotes that are doubled and nothing around them
  ['Name==""Backup""', '"Backup"', true],
  ['Name==""Backup, all""', '"Backup, all"', true],
  ['Name==""a;b (c)""', '"a;b (c)"', true],
  ['Name==""(old)""', '"(old)"', true],
  // nothing in quotes
  ['Name==""', '', true],
  ['Name=="" ', '', true],
  ['(Name=="")', '', true],
  // typographic quotes
  ['Name==“Backup Job 1”', 'Backup Job 1', true],
  ['Name==„Backup“', 'Backup', true],
  ['Name=="Backup”', 'Backup', true],
  ['Name==““Backup””', '"Backup"', true],
])('%s has the value %s', (text, value, quoted) => {
  expect((expressionOf(text) as Comparison).value).toMatchObject({ text: value, quoted })
})

it.each([
  ['Name=="";Result==Failed', 'all(Name== Result==Failed)'],
  ['Name=="",Name==""', 'any(Name== Name==)'],
  ['Name==""a"";Name==""b""', 'all(Name=="a" Name=="b")'],
])('%s means %s', (text, meaning) => {
  expect(sketch(expressionOf(text))).toBe(meaning)
})

it('every name and value says where it stood', () => {
  const text = ' JobName == Backup Job 1 ;Result=="Fa""iled"'
  const expression = expressionOf(text)
  const places = expression.kind === 'allOf' ? (expression.all as Comparison[]) : []
  const written = places.map(({ name, value }) => [
    text.slice(name.start, name.end),
    text.slice(value.start, value.end),
  ])
  expect(written).toEqual([
    ['JobName', 'Backup Job 1'],
    ['Result', '"Fa""iled"'],
  ])
})
