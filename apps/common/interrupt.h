/*
 * interrupt.h - signals that end the command: the first one asks it to, the second one does it.
 *
 * SIGINT, SIGTERM, SIGHUP and SIGXCPU set a flag, wake who waits in poll(), and call what was asked
 * to be called, so that the command comes to its end by itself: what is finished is written, and
 * interrupt_die ends it as the signal would have, which a shell sees as 128 and its number. A
 * second one, and SIGQUIT at once, removes the draft and ends the process where it stands. One that
 * was ignored when we were started (nohup, a job in the background of a script) stays ignored.
 */
#ifndef COMMON_INTERRUPT_H
#define COMMON_INTERRUPT_H

/* From here on. Before it, and in a command that does not call it, signals end the process. */
void interrupt_init(void);
int interrupt_signal(void); /* the first that came; 0 = none */
int interrupt_fd(void);     /* to be polled: it can be read once a signal came; -1 = none */
/* To be called once a signal comes, or now if one came: a function that is safe in a signal
 * handler. NULL: no more. */
void interrupt_call(void (*function)(void *), void *ctx);
/* The file to be removed by a signal that ends the process at once; borrowed. NULL: no more. */
void interrupt_draft(const char *path);
/* Ends the process by the signal that came; does nothing where none did. */
void interrupt_die(void);

#endif
