/** Stands for modules that have no meaning outside a React server. */
export {};
