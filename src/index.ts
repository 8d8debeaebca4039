// The library's door.
export { startEnterpriseManager, type EnterpriseManager } from './enterprise-manager.ts'
export type { ClockChange, ClockSetting, ClockState, StoryTime } from './life/story-time.ts'
export type { Options } from './options.ts'
