export { LabModule } from './lab.module.js';
export { LabRegister } from './lab-register.service.js';
export * from './lab.errors.js';
