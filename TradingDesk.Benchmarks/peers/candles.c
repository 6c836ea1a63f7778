/* The candle writer's statements, one thread, against the library that the desk itself loads; nothing but SQLite in between.
   candles STORE PUT MOVE ROWS INSTRUMENTS ROWS_PER_FLUSH HOT_ROWS HOT_SECONDS FIRST_SECOND TIMEFRAME... : the store was made by the desk.
   Prints the nanoseconds of each quarter of the rows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef long long i64;
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

int sqlite3_open(const char *, sqlite3 **);
int sqlite3_close(sqlite3 *);
int sqlite3_exec(sqlite3 *, const char *, void *, void *, char **);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
int sqlite3_bind_int64(sqlite3_stmt *, int, i64);
int sqlite3_step(sqlite3_stmt *);
int sqlite3_reset(sqlite3_stmt *);
int sqlite3_finalize(sqlite3_stmt *);
const char *sqlite3_errmsg(sqlite3 *);

enum { OK = 0, DONE = 101, QUARTERS = 4, SEGMENT = 1 };

static sqlite3 *store;
static sqlite3_stmt *begin, *put, *commit;

static void die(void) { fprintf(stderr, "%s\n", sqlite3_errmsg(store)); exit(1); }

static void execute(const char *sql) { if (sqlite3_exec(store, sql, 0, 0, 0) != OK) die(); }

static sqlite3_stmt *prepare(const char *sql)
{
    sqlite3_stmt *made;
    if (sqlite3_prepare_v2(store, sql, -1, &made, 0) != OK) die();
    return made;
}

static void run(sqlite3_stmt *statement) { if (sqlite3_step(statement) != DONE) die(); sqlite3_reset(statement); }

static i64 now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void write_candle(i64 first, i64 second, int instrument, int timeframe)
{
    i64 price = 1000000 + (instrument * 7919LL + second * 13) % 5000000;
    i64 values[] = { timeframe, first + second - timeframe, SEGMENT, 1000 + instrument * 37, price, price + 500, price - 500, price + 100,
        (second * 31 + instrument) % 20000, timeframe * 4LL, 0, 0 };
    for (int i = 0; i < 12; i++) sqlite3_bind_int64(put, i + 1, values[i]);
    run(put);
}

static void move(const char *sql) { run(begin); execute(sql); run(commit); }

int main(int count, char **words)
{
    if (count < 11) return 2;
    i64 rows = atoll(words[4]), flush = atoll(words[6]), hot_rows = atoll(words[7]), hot_seconds = atoll(words[8]), first = atoll(words[9]);
    int instruments = atoi(words[5]);
    if (sqlite3_open(words[1], &store) != OK) die();
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    begin = prepare("BEGIN IMMEDIATE");
    put = prepare(words[2]);
    commit = prepare("COMMIT");

    i64 written = 0, hot = 0, oldest = 0, quarters[QUARTERS], since = now();
    for (i64 second = 1; written < rows; second++)
    for (int place = 10; place < count && written < rows; place++)
    {
        int timeframe = atoi(words[place]);
        if (second % timeframe != 0) continue;
        for (int instrument = 0; instrument < instruments && written < rows; instrument++)
        {
            if (written % flush == 0) run(begin);
            write_candle(first, second, instrument, timeframe);
            hot++;
            if (timeframe == 1 && oldest == 0) oldest = second;
            if (++written % flush == 0)
            {
                run(commit);
                if (hot >= hot_rows || (oldest != 0 && second - oldest >= hot_seconds))
                {
                    move(words[3]);
                    hot = oldest = 0;
                }
            }

            if (written % (rows / QUARTERS) != 0) continue;
            i64 at = now();
            quarters[written / (rows / QUARTERS) - 1] = at - since;
            since = at;
        }
    }

    for (int quarter = 0; quarter < QUARTERS; quarter++) printf("%lld ", quarters[quarter]);
    sqlite3_finalize(begin);
    sqlite3_finalize(put);
    sqlite3_finalize(commit);
    return sqlite3_close(store);
}
