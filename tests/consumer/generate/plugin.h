/* SPDX-License-Identifier: MIT */
#ifndef PLUGIN_H
#define PLUGIN_H

#ifdef _WIN32
#define PLUGIN_API __declspec(dllexport)
#else
#define PLUGIN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

PLUGIN_API void plugin_print(void);

#ifdef __cplusplus
}
#endif

#endif
