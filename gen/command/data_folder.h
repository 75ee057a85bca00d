/* SPDX-License-Identifier: MIT */
/* Where the data is: in a folder that was named, in gen/data, in the checkout
   that the program was built from, or installed. */
#ifndef GEN_DATA_FOLDER_H
#define GEN_DATA_FOLDER_H

#include <stdbool.h>

#include "base/memory.h"

/* The data folder that was named, or if that is NULL gen/data if it is there,
   else that of the checkout, else the installed one: beside the program's
   folder, or where it was configured to be. */
const char *data_folder(struct arena *arena, const char *named);

/* May sync write there? Not if it is installed, by whatever path, nor where
   nobody named it. */
bool data_is_writable(struct arena *arena, const char *named);

/* A file or folder of the data, in the folder, or else in the first place that
   has it: beside the program's folder, gen/data, the checkout that the program
   was built from, where the data was configured to be. */
const char *data_part(struct arena *arena, const char *folder,
                      const char *name);

#endif
