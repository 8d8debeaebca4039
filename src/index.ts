// The library's door.
export { startEnterpriseManager, type EnterpriseManager } from './enterprise-manager.ts'
export type { ClockChange, ClockSetting, ClockState, StoryTime } from './life/story-time.ts'
export type { OrderedOutcome, OutcomeSetting } from './http/outcomes.ts'
export type { Work, WorkSetting, WorkState } from './http/work.ts'
export type { Options } from './options.ts'
export type { EntityForm } from './control/entity-form.ts'
export type { SnapshotListed } from './http/state.ts'
export type { Logon, WorldHandle } from './world-handle.ts'
