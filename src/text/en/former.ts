/** Stands for whoever was erased. A file of its own, because every sentence may need it (message.ts). */
export const former = "a former colleague";
