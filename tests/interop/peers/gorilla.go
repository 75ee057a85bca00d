// SPDX-License-Identifier: MIT
// gorilla/websocket, a library of Go: prints code, reason (hexadecimal) and
// what else is known of how each connection of standard input ended. A line is
// URL, or URL, code (may be empty) and reason in hexadecimal between tabs: then
// the application closes with them.
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/websocket"
)

const timeout = 5 * time.Second

func sendClose(conn *websocket.Conn, code, reason string) error {
	number := websocket.CloseNoStatusReceived // gorilla's: without a code
	if code != "" {
		number, _ = strconv.Atoi(code)
	}
	text, _ := hex.DecodeString(reason)
	payload := websocket.FormatCloseMessage(number, string(text))
	deadline := time.Now().Add(timeout)
	return conn.WriteControl(websocket.CloseMessage, payload, deadline)
}

func end(fields []string) (string, string, string) {
	conn, _, err := websocket.DefaultDialer.Dial(fields[0], nil)
	if err != nil {
		return "1006", "", err.Error()
	}
	defer conn.Close()
	if len(fields) == 3 {
		if err := sendClose(conn, fields[1], fields[2]); err != nil {
			return "refused", "", err.Error()
		}
	}
	conn.SetReadDeadline(time.Now().Add(timeout))
	for {
		_, _, err := conn.ReadMessage()
		if closed, ok := err.(*websocket.CloseError); ok {
			reason := hex.EncodeToString([]byte(closed.Text))
			return strconv.Itoa(closed.Code), reason, closed.Error()
		} else if err != nil {
			return "1006", "", err.Error()
		}
	}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		code, reason, what := end(strings.Split(lines.Text(), "\t"))
		fmt.Printf("%s\t%s\t%q\n", code, reason, what)
	}
}
