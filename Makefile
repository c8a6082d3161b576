# Short words over meson. `make` builds build/legomena; `make run` and `make test` do all the rest.
#
#   make run                    install what is missing, build, read the sample report
#   make test                   install what is missing, build, run all tests
#   make sanitize               the same tests under AddressSanitizer and UBSan
#   make tsan                   tests with threads under ThreadSanitizer
#   make torture                every allocation and system call of the command fails once (an hour or more);
#                               a ledger on a disk that fails, its power cut, 200 kills
#   make fuzz [SECONDS=60]      each fuzz target for that long (with clang)
#   make fuzz-coverage          what the seeds of each fuzz target reach of its sources (with clang)
#   make bench-quality CORPORA=FOLDER    every model's scores on development sets, reliability
#   make bench-speed [TEXTS=FILE.jsonl]  every model's words a second, memory, start-up, time by room
#   make bench-readme [TEXTS=...]        the speed that README.md states, on a quiet machine
#                               (all: MODELS="NAME ..." for some of models/MANIFEST)
#   make readme-sample          put the page of the sample report into README.md
#   make bench-ledger TEXTS=FILE.jsonl [REPORTS=100000]
#                               what a report costs a ledger as it grows, and what each question costs there
#   make bench-growth [NAMES="TEXT ..."] [GROWTH="--sizes 1000000 10000000"]
#                               does time grow faster than the text? texts of tests/growth
#   make fmt                    clang-format over our own files
#   make wheel                  dist/legomena-*.whl: the Python package, with the library and the models inside
#   make install [PREFIX=/usr/local]
#   make deb                    Debian packages, in build-deb; TWICE=1 builds them twice and compares
B ?= build
PREFIX ?= /usr/local
SAMPLE = data/samples/report.txt
SECONDS ?= 60

all: $(B)/build.ninja
	@ninja -C $(B) --quiet

$(B)/build.ninja:
	@echo "Looking at the tools of this machine" >&2
	@meson setup $(B) --buildtype=release --prefix=$(PREFIX) --libdir=lib > $(B).log || { cat $(B).log; exit 1; }
	@rm -f $(B).log

deps:
	@tools/deps.sh

run: deps
	@$(MAKE) -s --no-print-directory $(B)/build.ninja
	@tools/build.sh $(B)
	@$(B)/legomena read --date 2024-03-14 $(SAMPLE)

test: deps
	@$(MAKE) --no-print-directory all
	@tools/run_tests.sh $(B)

build-sanitize/build.ninja:
	@meson setup build-sanitize --buildtype=debugoptimized -Db_sanitize=address,undefined \
	    -Db_lundef=false > build-sanitize.log || { cat build-sanitize.log; exit 1; }
	@rm -f build-sanitize.log

sanitize: deps
	@$(MAKE) --no-print-directory build-sanitize/build.ninja
	@ninja -C build-sanitize --quiet
	@ASAN_OPTIONS=abort_on_error=1:detect_stack_use_after_return=1 \
	 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
	    tools/run_tests.sh build-sanitize --timeout-multiplier 5

build-tsan/build.ninja:
	@meson setup build-tsan --buildtype=debugoptimized -Db_sanitize=thread -Db_lundef=false \
	    > build-tsan.log || { cat build-tsan.log; exit 1; }
	@rm -f build-tsan.log

# Without a random layout of memory, which some kernels make wider than ThreadSanitizer knows.
tsan: deps
	@$(MAKE) --no-print-directory build-tsan/build.ninja
	@ninja -C build-tsan --quiet
	@TSAN_OPTIONS=halt_on_error=1 setarch -R tools/run_tests.sh build-tsan --timeout-multiplier 5 --suite threads

# Each allocation of an arena is one of malloc's, and may fail: src/base/README.md.
build-torture/build.ninja:
	@meson setup build-torture --buildtype=release -Dc_args=-DLGM_ARENA_MALLOC > build-torture.log \
	    || { cat build-torture.log; exit 1; }
	@rm -f build-torture.log

torture: deps
	@$(MAKE) --no-print-directory build-torture/build.ninja
	@ninja -C build-torture --quiet
	@python3 tests/faults/run.py build-torture/legomena build-torture/tests/faults/libfaults.so . --all
	@FAULTS=all build-torture/tests/faults/ledger/test_ledger_calls
	@FAULTS=all build-torture/tests/faults/ledger/test_ledger_power
	@FAULTS=all python3 tests/process/kills.py build-torture/legomena tests/golden/nn/tiny.lgm

# The page of the sample report, as it stands in README.md: run it when the model or the page changes.
readme-sample: all
	@python3 tools/readme_sample.py $(B)/legomena $(SAMPLE) README.md

bench-quality: all
	@test -n "$(CORPORA)" || { echo "make bench-quality CORPORA=folder of the corpora" >&2; exit 2; }
	@python3 bench/quality/run.py --corpora $(CORPORA) --binary $(B)/legomena $(if $(MODELS),--model $(MODELS))

bench-speed: all
	@bench/speed/run $(B) $(if $(TEXTS),--texts $(TEXTS)) $(if $(MODELS),--model $(MODELS))

bench-readme: all
	@bench/speed/run $(B) --readme $(if $(TEXTS),--texts $(TEXTS)) $(if $(MODELS),--model $(MODELS))

bench-ledger: all
	@ninja -C $(B) --quiet bench/speed/bench_ledger
	@bench/speed/grow_ledger.sh $(B) $(TEXTS) $(REPORTS)

bench-growth: all
	@bench/growth/run.py $(B)/legomena $(GROWTH) $(NAMES)

fuzz:
	@tools/deps.sh clang libclang-rt-dev
	@tests/fuzz/run $(SECONDS)

fuzz-coverage:
	@tools/deps.sh clang llvm libclang-rt-dev
	@tests/fuzz/coverage

fmt:
	@clang-format -i $$(git ls-files '*.c' '*.h')

# What of Debian's libraries can be inside is; auditwheel puts the rest beside it and says what systems that fits.
wheel: build-wheel/build.ninja
	@ninja -C build-wheel --quiet liblegomena.so.0.1.0
	@bindings/python/build_wheel.sh build-wheel build-wheel/python dist

build-wheel/build.ninja:
	@tools/deps.sh nettle-dev python3-venv python3-dev
	@meson setup build-wheel --buildtype=release -Dportable=true > build-wheel.log || { cat build-wheel.log; exit 1; }
	@rm -f build-wheel.log

# The prefix is compiled in (where models are looked up): a build for another one is built anew.
install: $(B)/build.ninja
	@meson configure $(B) --prefix=$(abspath $(PREFIX))
	@ninja -C $(B) --quiet
	@meson install -C $(B) --no-rebuild
	@[ -n "$(DESTDIR)" ] || ldconfig 2> /dev/null || true

deb:
	@tools/deb.sh

clean:
	rm -rf build build-* dist

.PHONY: all deps run test sanitize tsan torture readme-sample bench-quality bench-speed bench-readme bench-growth bench-ledger fuzz fuzz-coverage fmt wheel install deb clean
