// Loaded before the server: when the command that started the server is killed outright, the server ends too and frees its port.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
