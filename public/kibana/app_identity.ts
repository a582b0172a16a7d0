export const APP_ID = 'sysmonTrail';
export const APP_TITLE = 'Sysmon Trail';
