/** Stands for whoever was erased. */
export const former = "jemand von früher";
