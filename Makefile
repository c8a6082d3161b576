# Short words over meson. `make` builds build/legomena; `make run` and `make test` do all the rest.
B ?= build

all: $(B)/build.ninja
	@ninja -C $(B) --quiet

$(B)/build.ninja:
	@meson setup $(B) --buildtype=release > /dev/null

clean:
	rm -rf build build-*

.PHONY: all clean
