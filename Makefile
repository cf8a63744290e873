# The project's commands. `make verify` and `make test` start from a bare Debian.
jobs := $(shell nproc)

.PHONY: help build verify test soak bench check check-report tidy format golden clean

help:
	@echo "make build    set up and build build/gancheck"
	@echo "make verify   build, then verify the derivation and write gancheck-report/"
	@echo "make test     build, then run all tests"
	@echo "make soak     20000 random pairs, all attacks on enclosures, a million damaged files, theory under sanitizers; takes some hours (GANCHECK_SLICE=3/16: a slice of them)"
	@echo "make bench    measure the proofs, and enclosures against mpmath; takes some minutes"
	@echo "make check    format, lint, and the tests under clang with the sanitizers"
	@echo "make check-report  install a browser, pandoc and TeX (over a gigabyte), then test the report in them"
	@echo "make tidy     clang-tidy alone, over all sources"
	@echo "make format   format the sources"
	@echo "make golden   rewrite the golden files of the report, for their difference to be read"
	@echo "make clean    remove the builds and the report"

build:
	@tools/setup build
	@cmake --preset release -DGANCHECK_TESTS=OFF >/dev/null
	@cmake --build --preset release -j $(jobs)

verify: build
	@build/gancheck verify

test:
	@tools/setup build test
	@cmake --preset release -DGANCHECK_TESTS=ON >/dev/null
	@cmake --build --preset release -j $(jobs)
	@ctest --preset release -j $(jobs)

golden:
	@tools/setup build test
	@cmake --preset release -DGANCHECK_TESTS=ON >/dev/null
	@cmake --build --preset release -j $(jobs) --target report-tests
	@GANCHECK_REWRITE_GOLDEN=1 build/tests/report-tests --test-case='*golden*'
	@git diff --stat -- tests/report/golden

soak:
	@tools/setup build test
	@cmake --preset release -DGANCHECK_TESTS=ON >/dev/null
	@cmake --build --preset release -j $(jobs) --target random-pairs attacks
	@GANCHECK_RANDOM_PAIRS=20000 GANCHECK_ATTACKS=all ctest --preset release -j $(jobs) -R 'random-pairs|attacks'
	@tools/setup check
	@cmake --preset sanitize -DGANCHECK_LONG_TESTS=ON >/dev/null
	@cmake --build --preset sanitize -j $(jobs) --target mutated-files theory-tests
	@GANCHECK_MUTATED_FILES=1000000 ctest --preset sanitize -j $(jobs) -R 'mutated-files|theory-tests'

# Debian's own python3 is the one that finds its gmpy2.
debian_python := $(firstword $(wildcard /usr/bin/python3) python3)

bench:
	@tools/setup build bench
	@cmake --preset release -DGANCHECK_TESTS=OFF >/dev/null
	@cmake --build --preset release -j $(jobs) --target bench-proofs bench-enclosures
	@build/bench/bench-proofs
	@$(debian_python) bench/enclosures.py build/bench/bench-enclosures

check:
	@tools/setup build test check
	@tools/check-format
	@tools/check-layers
	@cmake --preset sanitize >/dev/null
	@cmake --build --preset sanitize -j $(jobs)
	@ctest --preset sanitize -j $(jobs)
	@tools/check-tidy

check-report:
	@tools/setup build test check-report
	@cmake --preset release -DGANCHECK_TESTS=ON >/dev/null
	@cmake --build --preset release -j $(jobs)
	@ctest --preset release -j $(jobs) -R 'report'

tidy:
	@tools/setup build check
	@tools/check-tidy

format:
	@tools/setup check
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

clean:
	rm -rf build build-sanitize build-tidy build-without-ginac gancheck-report
